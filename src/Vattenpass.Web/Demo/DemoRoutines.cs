using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Demo;

/// <summary>The demo municipality's routines: most tested, one that nobody tests, one run out, one to be looked over.</summary>
public sealed class DemoRoutines(VattenpassDb db, DemoTown town, DateOnly today)
{
    public void AddTo(Plan plan)
    {
        Add("Läkemedel", "Kontrollräkning av läkemedel", "Dok 2025-118", "MAS", "Läkemedelshantering", null, today.AddMonths(5));
        Add("Läkemedel", "Läkemedelsavvikelser", "Dok 2025-121", "MAS", null, null, today.AddMonths(9));
        Add("Informationssäkerhet", "Loggkontroll i verksamhetssystem", "https://intranat.lillsjo.example/rutiner/loggkontroll", "Utvecklingsledare", "Loggkontroll", null, today.AddDays(-20));
        Add("Informationssäkerhet", "Mobiltelefoner och sekretess", "https://intranat.lillsjo.example/rutiner/mobil", "Utvecklingsledare", "Sekretess", null, today.AddMonths(7));
        Add("Hygien", "Basal hygien och klädregler", "Dok 2024-77", "MAS", "hygien", null, today.AddMonths(3));
        Add("Dokumentation", "Social dokumentation", "Dok 2023-40", "SAS", "Dokumentation", today.AddMonths(-2), null);

        void Add(string process, string title, string place, string owner, string? testedBy, DateOnly? to, DateOnly? review) =>
            db.Routines.Add(new(db.NewId(), town.Board.Id, new(process, title, place, new(plan.Year - 2, 2, 1))
            {
                Edition = "2",
                OwnerId = town.Person(owner).Id,
                ValidTo = to,
                ReviewBy = review,
                Tests = [.. plan.Controls.Where(c => testedBy is not null && $"{c.Item} {c.Title}".Contains(testedBy, StringComparison.OrdinalIgnoreCase)).Select(c => new NamedControl(c.Id, c.Key, c.Title))],
            }));
    }
}
