using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Samples;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Samples;

/// <summary>
/// Draws the sample of an occasion in two acts: the seed is committed to the trail, and only then is the list read and drawn.
/// Rows about the performer are left out and become an occasion of the superior.
/// </summary>
public sealed class SampleDrawer(Databases databases)
{
    /// <summary>Its list comes from a register; one that is about an object by itself has that object as its list.</summary>
    public static bool Draws(Occasion occasion) =>
        occasion.Control.FormKey.Length > 0
            && !string.IsNullOrEmpty(occasion.Control.Register)
            && occasion.Control.Scope is not ScopeKind.Objects
            && occasion.ObjectKey.Length == 0;

    /// <param name="occasion">Loaded with control, plan and checks in <paramref name="db"/>.</param>
    /// <param name="digits">What people add in public, dice at a meeting for example; part of the seed.</param>
    public async Task<Sample> DrawAsync(VattenpassDb db, Occasion occasion, string reason, string digits, Submission? submission, CancellationToken stop)
    {
        var control = occasion.Control;
        Refusal.If(!Draws(occasion), "Kontrollen har ingen lista att dra från.");
        Refusal.If(occasion.Result is not null || occasion.EndedOn is not null, "Kontrollen är redan avslutad.");
        IdentityGuard.MustBeFree(digits, "Digits", "Det du har lagt till");
        var number = await db.Samples.CountAsync(s => s.OccasionId == occasion.Id, stop) + 1;
        var selection = control.Method is ControlMethod.Full ? Selection.Census : control.Selection;
        var seed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))
            + (digits.Trim() is { Length: > 0 } added ? "-" + added : "");
        var sample =
            new Sample(db.NewId(), occasion, number, reason, control.Register!, selection, control.Size, seed, db.Access.Name, db.Now);
        db.Samples.Add(sample);
        await db.SaveAsync(Acts.CommitSeed, submission, stop);

        await using var system = databases.OpenAsSystem("stickprov");
        var reader = new PopulationReader(system);
        var rows = await reader.ReadAsync(occasion, control.Plan.Year, stop);
        var own = await reader.AboutAsync(occasion.DoerId, rows, stop);
        sample.Take(rows.Select(r => (r.Key, Group: control.Size.Groups is { } groups ? groups.Of(r.Cells) : "")).Where(r => r.Group is not null)
                .Select(r => new Candidate(r.Key, r.Group!)), own,
            selection is Selection.Rotation ? await reader.LastCheckedAsync(occasion, stop) : new Dictionary<string, DateOnly>(), db.Now);
        foreach (var earlier in occasion.Checks.ToList()) db.Remove(earlier);
        db.AddRange(occasion.ReplaceList(sample.Items.Select(i => i.Key), db.NewId));
        await GiveToSuperiorAsync(db, system, occasion, own, stop);
        await db.SaveAsync(Acts.DrawSample, stop: stop);
        return sample;
    }

    private static async Task GiveToSuperiorAsync(VattenpassDb db, VattenpassDb system, Occasion occasion, IReadOnlyList<string> keys, CancellationToken stop)
    {
        if (keys.Count == 0) return;
        var superior = (await Superiors.ReadAsync(system, stop)).Above(occasion.AtUnit, occasion.DoerId);
        foreach (var key in keys)
        {
            if (await system.Occasions.AnyAsync(o => o.ControlId == occasion.ControlId && o.UnitId == occasion.UnitId && o.ObjectKey == key && o.PeriodKey == occasion.PeriodKey, stop))
                continue;
            var extra = new Occasion(db.NewId(), occasion.Control, occasion.AtUnit, key, new(occasion.Period, occasion.Opens, occasion.Due),
                superior, planned: false);
            db.AddRange(extra.PutOnList([key], db.NewId));
            db.Occasions.Add(extra);
        }
    }
}
