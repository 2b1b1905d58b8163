using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Measures;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Measures;

/// <summary>What making and changing a measure share: the fields and the people to choose from.</summary>
public abstract class MeasurePage(VattenpassDb db) : FormPage<MeasureInput>(db)
{
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    /// <summary>Names in the plan that are nobody here; empty when there are none.</summary>
    public string Written { get; protected set; } = "";
    /// <summary>A last day is set already, and moving it onwards wants a reason.</summary>
    public bool MovesEnd { get; protected set; }

    public static readonly IReadOnlyList<SelectListItem> Horizons = [new("Inte angivet", ""),
        .. Enum.GetValues<MeasureHorizon>().Select(h => new SelectListItem(h.Swedish(), h.ToString()))];

    /// <param name="chosen">Those who are chosen already stay to choose.</param>
    protected async Task LoadPeopleAsync(params IEnumerable<Guid?> chosen) => People = await PeopleToChoose.ReadAsync(Db, Stop, chosen);

    protected override Task ShowAsync() => LoadPeopleAsync();

    /// <summary>Something is stated in the part of the form that is folded together.</summary>
    public bool HasMore => Input.DecidedOn is not null || Input.Posts is not null || Input.Horizon is not null
        || new[] { Input.DecisionReference, Input.Stages, Input.SameOfficerReason }.Any(t => !string.IsNullOrEmpty(t)) || !ModelState.IsValid;

    /// <summary>Only people one may see can be chosen, whatever the form says.</summary>
    protected MeasureContent Stated
    {
        get
        {
            foreach (var (person, input) in new[] { (Input.OwnerId, nameof(Input.OwnerId)),
                (Input.ReportingOfficerId, nameof(Input.ReportingOfficerId)) }
                .Concat(Input.AlsoOwnerIds.Select(p => ((Guid?)p, nameof(Input.AlsoOwnerIds)))))
                Refusal.If(person is not null && People.All(p => p.Value != person.ToString()), "Välj en person i listan.", input);
            return new(Input.Title ?? "", Input.Description ?? "", Input.OwnerId, Input.ReportingOfficerId, Input.Start, Input.End,
                Dates(Input.Checkpoints ?? ""))
            {
                AlsoOwnerIds = Input.AlsoOwnerIds,
                DropsWritten = Input.DropsWritten,
                DecidedOn = Input.DecidedOn,
                DecisionReference = Input.DecisionReference ?? "",
                Horizon = Input.Horizon,
                Posts = Input.Posts,
                SameOfficerReason = Input.SameOfficerReason ?? "",
                Stages = [.. (Input.Stages ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(MeasureStage.Read)],
                MoveReason = Input.MoveReason ?? "",
            };
        }
    }

    private static List<DateOnly> Dates(string text) =>
        [.. text.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part =>
        {
            Refusal.If(!DateOnly.TryParseExact(part, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day),
                $"”{part}” är inget datum. Skriv till exempel 2026-05-01.", nameof(MeasureInput.Checkpoints));
            return day;
        })];
}

public sealed class MeasureInput
{
    public Guid? UnitId { get; set; }
    public string? Title { get; set; }
    public string? Description { get; set; }
    public Guid? OwnerId { get; set; }
    public List<Guid> AlsoOwnerIds { get; set; } = [];
    public bool DropsWritten { get; set; }
    public Guid? ReportingOfficerId { get; set; }
    public DateOnly? Start { get; set; }
    public DateOnly? End { get; set; }
    public string? Checkpoints { get; set; }
    public string? MoveReason { get; set; }
    public string? SameOfficerReason { get; set; }
    public DateOnly? DecidedOn { get; set; }
    public string? DecisionReference { get; set; }
    public string? Stages { get; set; }
    public MeasureHorizon? Horizon { get; set; }
    public decimal? Posts { get; set; }
}
