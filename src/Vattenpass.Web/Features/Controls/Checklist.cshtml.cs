using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reminders;
using Vattenpass.Domain.Samples;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Samples;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Controls;

/// <summary>The list of an occasion on one page, a row an object. A row is sent by itself, so one can stop anywhere and go on.</summary>
[Needs(Thing.Occasions, Right.Write)]
public sealed class ChecklistModel(VattenpassDb db, Databases databases) : KeptPage<CheckInput>(db)
{
    /// <summary>The key of an answered row to answer anew, while the list is not finished.</summary>
    [BindProperty(SupportsGet = true, Name = "andra")] public int? ChangedNumber { get; set; }

    /// <summary>An object's key may look like anything; the texts are looked at below, and refused, since nobody is there to confirm when they are sent later.</summary>
    protected override bool HoldsFreeText => false;

    public FormInUse Form { get; private set; } = null!;
    public IReadOnlyList<ListRow> Rows { get; private set; } = [];
    public Sample? Sample { get; private set; }
    public bool NeedsDraw { get; private set; }
    public IReadOnlyList<string> AtOnce => ControlKinds.Of(Occasion.Control.Key).AtOnce;
    public bool MayDraw { get; private set; }
    public int Done => Rows.Count(r => r.Check?.Waits == false);

    protected override async Task<bool> LoadAsync(Guid occasionId)
    {
        if (!await base.LoadAsync(occasionId)) return false;
        await Db.Entry(Occasion.Control).Reference(c => c.Plan).LoadAsync(Stop);
        if (await new FormReader(Db).InUseAsync(Occasion.Control.FormKey, Stop) is not { } form) return false;
        Form = form;
        Sample = await Db.Samples.AsNoTracking()
            .Where(s => s.OccasionId == occasionId && s.DrawnAt != null)
            .OrderByDescending(s => s.Number)
            .FirstOrDefaultAsync(Stop);
        NeedsDraw = !Occasion.HasList && SampleDrawer.Draws(Occasion);
        MayDraw = Me.May(Thing.Samples, Right.Write, Occasion.UnitId, Occasion.Field, Me.IsMine(Occasion));
        Rows = Occasion.HasList
            ? [.. Occasion.Checks.OrderBy(c => c.Number).Select(c => new ListRow(c.ObjectKey, c.Number, c))]
            : NeedsDraw ? []
            : [new(Occasion.ObjectKey, 1, null)];
        return true;
    }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await Db.Occasions.AnyAsync(o => o.Id == id && o.Control.DoneBy == DoneBy.Count, Stop))
            return Redirect($"/lakemedel/kontroll/{id}");
        if (!await LoadAsync(id)) return NotFound();
        return Occasion.EndedOn is null && (Occasion.Result is null || Occasion.IsDone && ChangedNumber is not null) ? Page() : Redirect($"/kontroller/{id}");
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        var answer = await SaveAsync(Acts.FillInCheck, TakeInAsync, () => Answered(id), "");
        return Told(answer);
    }

    private async Task TakeInAsync()
    {
        MustBeMine();
        Refusal.If(NeedsDraw, "Stickprovet är inte draget än.");
        if (!Occasion.HasList) Db.AddRange(Occasion.PutOnList([Occasion.ObjectKey], Db.NewId));
        Guard();
        var keys = Input.AllWell ? Occasion.Checks.Where(c => c.Waits).Select(c => c.ObjectKey).ToList() : [Input.Key ?? ""];
        Refusal.If(Input.AllWell && !Form.Form.CanBeAllWell, "Formuläret har frågor som måste besvaras.");
        var answers = Input.AllWell ? Form.Form.AllWell.ToDictionary(a => a.Key, a => (string?)a.Value) : Input.Answers;
        await using var system = databases.OpenAsSystem("avvikelser");
        await NotAboutMeAsync(system, keys);
        Refusal.If(keys.Count == 0, "Alla på listan är redan besvarade.");
        foreach (var key in keys)
        {
            MustReplace(Occasion.OnList(key));
            var before = Occasion.OnList(key).Faults;
            var outcome = Occasion.Answer(key,
                new(Read(answers), Form.Form.Key, Form.Number, Input.Note ?? "", Me.PersonId, Me.Name, AnsweredAt,
                    SwedishTime.DayOf(AnsweredAt), Db.Now, Input.Seconds / keys.Count)
                {
                    DoneAtOnce = [.. AtOnce.Intersect(Input.DoneAtOnce)],
                },
                Db.NewId(), Today, Input.Replaces is { Length: > 0 } replaced ? new(replaced, Input.Reason ?? "") : null);
            if (outcome is not null) Db.Add(outcome);
            await FaultReports.FollowAsync(Db, system, Occasion, Occasion.OnList(key), before, Stop);
        }
    }

    /// <summary>An answer kept on a device may come when another has answered: it is told, and replaces nothing by itself.</summary>
    private void MustReplace(Check check)
    {
        if (!check.IsAnswered || check.AnswerName == Input.Replaces) return;
        Replaceable = check.AnswerName;
        throw new Refusal($"{Name(check)} är redan besvarad: {check.Result!.Value.Swedish()}, av {check.PerformerName} "
            + $"{SwedishTime.Text(check.AnsweredAt!.Value)}. Ditt svar är inte sparat. Spara det igen bara om det ska gälla i stället.");
    }

    private string Name(Check? check) => check is { ObjectKey.Length: > 0 } ? Occasion.NameOf(check) : Place;

    /// <summary>The list was drawn without rows about the one who was to check; another may have taken over since.</summary>
    private async Task NotAboutMeAsync(VattenpassDb system, List<string> keys)
    {
        if (string.IsNullOrEmpty(Occasion.Control.Register)) return;
        var rows = await system.RegisterRows.AsNoTracking()
            .Where(r => r.Register == Occasion.Control.Register && keys.Contains(r.Key) && r.ReplacedByImportId == null)
            .ToListAsync(Stop);
        Refusal.If((await new PopulationReader(system).AboutAsync(Me.PersonId, rows, Stop)).Count > 0,
            "En rad gäller dig själv. Lämna över kontrollen till din chef.");
    }

    private FormReading Read(IReadOnlyDictionary<string, string?> answers)
    {
        try
        {
            return Form.Form.Read(answers);
        }
        catch (Refusal refusal) when (refusal.Field is { } field)
        {
            throw new Refusal(refusal.Message, $"Answers[{field}]");
        }
    }

    private void Guard()
    {
        foreach (var (key, text) in Input.Answers.Append(new("Note", Input.Note)).Append(new("Reason", Input.Reason))
            .Where(a => a.Key is "Note" or "Reason" || Form.Form.Items.Any(i => i.Key == a.Key && i.Kind is ItemKind.Text)))
            IdentityGuard.MustBeFree(text, key is "Note" or "Reason" ? key : $"Answers[{key}]", "Texten");
    }

    /// <summary>A receipt for each; the last one leads on to the occasion.</summary>
    private IActionResult Answered(Guid id)
    {
        var check = Occasion.Checks.FirstOrDefault(c => c.ObjectKey == (Input.Key ?? ""));
        var receipt = check is null ? "" : ReceiptCode.Of(check.Id);
        var what = Input.AllWell
            ? "Alla är registrerade."
            : $"{Name(check)}: {check?.Result?.Swedish()}. Kvitto {receipt}.";
        var done = Occasion.Result is not null;
        return Received(done && !WantsJson ? $"{what} Kontrollen är klar." : what, receipt, check?.Result?.Swedish(), done,
            done ? $"/kontroller/{id}" : $"/kontroller/{id}/lista");
    }

    public sealed record ListRow(string Key, int Number, Check? Check);
}

public sealed class CheckInput : KeptInput
{
    public string? Key { get; set; }
    public bool AllWell { get; set; }
    public Dictionary<string, string?> Answers { get; set; } = [];
    public string? Note { get; set; }
    /// <summary>The name of the answer that this one is to take the place of.</summary>
    public string? Replaces { get; set; }
    /// <summary>Why an answer of a finished list is changed.</summary>
    public string? Reason { get; set; }
    public List<string> DoneAtOnce { get; set; } = [];
}
