using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reminders;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Mail;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reminders;

/// <summary>Who has not answered, how often they have been reminded, and one sentence to those of them one chooses.</summary>
[Needs(Thing.Occasions)]
public sealed class IndexModel(VattenpassDb db, Databases databases, MailSettings mail) : FormPage<RemindInput>(db)
{
    public IReadOnlyList<Unanswered> People { get; private set; } = [];
    public bool MayRemind => Me.Can(Thing.Plans, Right.Write);
    public TellingRules Rules { get; private set; } = TellingRules.Default;

    protected override Basis MadeFrom => Basis.Nothing;

    public async Task OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!MayRemind) return new StatusCodeResult(StatusCodes.Status403Forbidden);
        await ShowAsync();
        var count = 0;
        return await SaveAsync(Acts.Remind, () =>
        {
            Refusal.If(Input.Chosen.Count == 0, "Välj minst en att påminna.", nameof(Input.Chosen));
            var sentence = Refusal.IfEmpty(Input.Sentence, "Skriv en mening.", nameof(Input.Sentence));
            IdentityGuard.MustBeFree(sentence, nameof(Input.Sentence), "Meningen");
            foreach (var unanswered in People.Where(p => p.Person is not null && Input.Chosen.Contains(p.Person.Id)))
            {
                Tell(unanswered, sentence);
                count++;
            }
        }, () => Redirect("/paminnelser"), $"Påminnelsen är lagd i utkorgen.");
    }

    private void Tell(Unanswered unanswered, string sentence)
    {
        var person = unanswered.Person!;
        var id = Db.NewId();
        var hasAddress = !string.IsNullOrWhiteSpace(person.Email);
        foreach (var (occasion, _) in unanswered.Occasions)
            Db.Reminders.Add(new(Db.NewId(), ReminderKind.OwnSentence, $"{Db.Now.UtcTicks}", occasion.AtUnit, occasion.Field, occasion.Id,
                null, person.Id, null, Today, sentence, hasAddress ? id : null));
        if (hasAddress)
            Db.Mails.Add(new Letter("Vattenpass: en påminnelse",
                [sentence, $"Det gäller {Prose.Count(unanswered.Occasions.Count, "kontroll", "kontroller")}.", $"Hälsningar, {Me.Name}"],
                $"{mail.Address}/").To(id, $"egen:{person.Id}:{Db.Now.UtcTicks}", person.Id, person.Email!, Db.Now));
    }

    protected override async Task ShowAsync()
    {
        var tree = await TreeAsync();
        Rules = await RulesInUse.ReadAsync(Db, Stop);
        // Last year's undone checks stay in its report; to be reminded of they are only while its books are open.
        var oldest = Today.Month == 1 ? Today.Year - 1 : Today.Year;
        var late = await Db.Occasions.AsNoTracking()
            .Include(o => o.Control)
            .Where(o => o.Result == null
                && o.EndedOn == null
                && o.Due < Today
                && o.Control.Plan.Status == PlanStatus.Adopted
                && o.Control.Plan.Year >= oldest)
            .OrderBy(o => o.Due)
            .ToListAsync(Stop);
        var ids = late.Select(o => o.Id).ToList();
        var reminders = (await Db.Reminders.AsNoTracking()
            .Where(r => r.OccasionId != null && ids.Contains(r.OccasionId.Value))
            .ToListAsync(Stop)).ToLookup(r => r.OccasionId!.Value);
        // Who is to answer is looked up with the product's own eyes: a name in another part of the tree is still the one to remind.
        await using var system = databases.OpenAsSystem("påminnelser");
        var recipients = await Recipients.ReadAsync(system, Stop);
        var rows = late.Where(o => !recipients.HasClosed(o))
            .Select(o => (Occasion: o, Person: recipients.Of(Recipient.Performer, o).To,
                Text: $"{o.Control.Title}, {o.Place(tree)}: skulle ha varit klar {o.Due:d MMMM}. {Count([.. reminders[o.Id]])}"))
            .ToList();
        People = [.. rows.GroupBy(r => r.Person?.Id)
            .Select(g => new Unanswered(g.First().Person, [.. g.Select(r => (r.Occasion, r.Text))]))
            .OrderByDescending(p => p.Occasions.Count)];
    }

    private static string Count(List<Reminder> reminders)
    {
        var told = reminders.Count(r => r.PersonId is not null);
        return told == 0
            ? "Inte påmind."
            : $"Påmind {told} {(told == 1 ? "gång" : "gånger")}{(reminders.Any(r => r.PersonId is null) ? ", sedan till den här listan" : "")}.";
    }

    public sealed record Unanswered(Person? Person, IReadOnlyList<(Occasion Occasion, string Text)> Occasions);
}

public sealed class RemindInput
{
    public List<Guid> Chosen { get; set; } = [];
    public string? Sentence { get; set; }
}
