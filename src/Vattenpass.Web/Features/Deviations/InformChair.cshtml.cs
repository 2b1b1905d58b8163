using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reminders;
using Vattenpass.Web.Data;
using Vattenpass.Web.Mail;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Deviations;

/// <summary>Whoever signs to the board, the head, tells its chair of a serious deviation: recorded, and a letter with neutral words.</summary>
[Needs(Thing.Reports, Right.Decide)]
public sealed class InformChairModel(VattenpassDb db, Databases databases, MailSettings mail) : DeviationPage<NoInput>(db)
{
    public const string ChairTitle = "Ordförande";

    protected override (Thing Thing, Right Right) Needed => (Thing.Deviations, Right.Decide);

    protected override Basis MadeFrom => Basis.Nothing;

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await using var system = databases.OpenAsSystem("ordförande");
        var superiors = await Superiors.ReadAsync(system, Stop);
        var chairs = superiors.Tree.Root is { } root ? superiors.HoldingTitle(ChairTitle, root.Id).ToList() : [];
        var people = await system.People.AsNoTracking().Where(p => chairs.Contains(p.Id)).ToListAsync(Stop);
        return await StepAsync(id, Acts.InformChair, () =>
        {
            Deviation.InformChair(Today);
            foreach (var chair in people)
            {
                var letter = Db.NewId();
                var hasAddress = !string.IsNullOrWhiteSpace(chair.Email);
                Db.Reminders.Add(new(Db.NewId(), ReminderKind.BoardInformed, "ordförande", Deviation.AtUnit, Deviation.Field, null, id,
                    chair.Id, null, Today, mailId: hasAddress ? letter : null));
                if (hasAddress)
                    Db.Mails.Add(new Letter("Vattenpass: information från förvaltningschefen",
                        ["Förvaltningschefen informerar om en allvarlig avvikelse i verksamheten. Kontakta förvaltningschefen för mer."],
                        $"{mail.Address}/").To(letter, $"ordforande:{id}:{chair.Id}", chair.Id, chair.Email!, Db.Now));
            }
        }, people.Count == 0 ? "Det är antecknat att ordföranden är informerad." : "Ordföranden är informerad.");
    }
}
