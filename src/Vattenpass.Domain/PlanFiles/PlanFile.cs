using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Plans;

namespace Vattenpass.Domain.PlanFiles;

/// <summary>What a reading made and changed, so that it can be taken back.</summary>
/// <param name="Before">Controls and measures it followed up, as their sources had them before.</param>
public sealed record PlanMade(bool Plan, IReadOnlyList<Guid> Risks, IReadOnlyList<Guid> Controls, IReadOnlyList<Guid> Measures,
    IReadOnlyList<Guid> Comments, IReadOnlyList<ControlBefore> Before, IReadOnlyList<MeasureBefore> MeasuresBefore)
{
    public static readonly PlanMade Nothing = new(false, [], [], [], [], [], []);
    public bool IsNothing() => !Plan && Risks.Count + Controls.Count + Measures.Count + Comments.Count + Before.Count + MeasuresBefore.Count == 0;
}

public sealed record ControlBefore(Guid ControlId, AsRead? AsRead);
public sealed record MeasureBefore(Guid MeasureId, MeasureStatus Status);

/// <summary>A file that a plan, or a follow-up of it, was read from: the original as it was, its hash, and what it became.</summary>
public sealed class PlanFile : Root
{
    public int Year { get; private set; }
    public string FileName { get; private set; } = "";
    public string FileSha256 { get; private set; } = "";
    public byte[] Content { get; private set; } = [];
    public DateTimeOffset At { get; private set; }
    public string By { get; private set; } = "";
    /// <summary>"8 risker, 7 åtgärder och 3 kontroller".</summary>
    public string Counts { get; private set; } = "";
    /// <summary>What was told about it then: what could not be read, and what the source has wrong.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];
    public PlanMade Made { get; private set; } = PlanMade.Nothing;
    public DateTimeOffset? UndoneAt { get; private set; }
    public string UndoneBy { get; private set; } = "";

    private PlanFile() { }

    public PlanFile(Guid id, Guid boardId, int year, SourceDocument document, byte[] content, DateTimeOffset at, string by)
    {
        (Id, UnitId, Year, At, By) = (id, boardId, year, at, by);
        (FileName, FileSha256, Content) = (document.FileName, document.Sha256, content);
    }

    public void Became(string counts, IReadOnlyList<string> warnings, PlanMade made) => (Counts, Warnings, Made) = (counts, warnings, made);

    public void Undo(string by, DateTimeOffset at)
    {
        Refusal.If(UndoneAt is not null, "Inläsningen är redan ångrad.");
        (UndoneBy, UndoneAt) = (by, at);
    }
}

/// <summary>How this municipality's plans are written: the corrections of earlier readings. One for each board.</summary>
public sealed class PlanProfile : Root
{
    public PlanWording Wording { get; private set; } = PlanWording.None;

    private PlanProfile() { }
    public PlanProfile(Guid id, Guid boardId) => (Id, UnitId) = (id, boardId);

    public void Keep(PlanWording wording) => Wording = wording with { Cells = [.. wording.Cells.TakeLast(Corrections.Most)] };
}
