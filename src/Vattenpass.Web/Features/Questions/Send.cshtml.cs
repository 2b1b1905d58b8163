using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Mail;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Questions;

[Needs(Thing.Reports, Right.Register)]
public sealed class SendModel(VattenpassDb db, Databases databases, MailSettings mail) : QuestionPage<SendInput>(db)
{
    protected override Right Needed => Right.Register;
    protected override Basis MadeFrom => Basis.Whole(Question);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input.On = Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id) => await LoadAsync(id)
        ? await SaveAsync(Acts.SendAnswer, SendAsync, () => Redirect($"/fragor/{id}"), "Svaret är diariefört och skickat till nämndens ledamöter.")
        : NotFound();

    /// <summary>Every member who holds an assignment today gets a letter with neutral words; the answer stands behind the sign-in.</summary>
    private async Task SendAsync()
    {
        await using var system = databases.OpenAsSystem("ledamöter");
        var members = await system.Assignments.AsNoTracking()
            .Where(a => a.Title.Role == Role.BoardMember && !a.AwaitsSecond && a.From <= Today && (a.To == null || a.To >= Today)).Select(a => a.Person).Distinct().ToListAsync(Stop);
        var reached = members.Where(m => !string.IsNullOrWhiteSpace(m.Email)).ToList();
        Question.Send(Input.RegistryNumber ?? "", Input.On ?? Today, Today, members.Count, reached.Count);
        foreach (var member in reached)
            Db.Mails.Add(new Letter("Vattenpass: svar på frågor till nämnden", [$"Svaren på frågorna till sammanträdet {Question.Meeting:yyyy-MM-dd} finns att läsa."],
                $"{mail.Address}/fragor/{Question.Id}").To(Db.NewId(), $"svar:{Question.Id}:{member.Id}", member.Id, member.Email!, Db.Now));
    }
}

public sealed class SendInput
{
    public string? RegistryNumber { get; set; }
    public DateOnly? On { get; set; }
}
