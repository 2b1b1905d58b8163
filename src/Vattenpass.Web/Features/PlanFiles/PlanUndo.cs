using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.PlanFiles;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.PlanFiles;

/// <summary>Takes a reading back: what it made goes, and what it followed up stands as before. Newest first, and never behind the board's back.</summary>
public static class PlanUndo
{
    public static async Task ApplyAsync(VattenpassDb db, PlanFile file, CancellationToken stop)
    {
        Refusal.If(await db.PlanFiles.AnyAsync(f => f.Year == file.Year && f.UndoneAt == null && f.At > file.At && f.Id != file.Id, stop),
            "En senare inläsning bygger på den här. Ångra den senaste först.");
        var made = file.Made;
        var plan = await db.Plans.Include(p => p.Risks).Include(p => p.Controls).AsSplitQuery().FirstOrDefaultAsync(p => p.Year == file.Year, stop);
        Refusal.If(plan is { IsFrozen: true } && made.Risks.Count + made.Controls.Count > 0, $"Planen är {plan?.Standing}. Därför kan inläsningen inte ångras.");
        file.Undo(db.Access.Name, db.Now);
        var measures = await db.Measures.Include(m => m.Comments).Where(m => m.PlanId == (plan == null ? Guid.Empty : plan.Id)).ToListAsync(stop);
        foreach (var before in made.Before) plan?.Controls.FirstOrDefault(c => c.Id == before.ControlId)?.FollowUp(before.AsRead);
        foreach (var measure in measures)
        {
            db.RemoveRange(measure.Comments.Where(c => made.Comments.Contains(c.Id)));
            if (made.MeasuresBefore.FirstOrDefault(b => b.MeasureId == measure.Id) is { } before) measure.StandAgain(before.Status);
        }
        if (made.Risks.Count + made.Controls.Count + made.Measures.Count == 0 || plan is null) return;
        if (!plan.IsOpen) plan.TakeBack();
        var gone = measures.Where(m => made.Measures.Contains(m.Id)).ToList();
        var touched = gone.Find(m => m.Comments.Any(c => c.ById is not null));
        Refusal.If(touched is not null, $"Åtgärden ”{touched?.Title}” är uppföljd efter inläsningen. Den kan inte tas bort.");
        var ids = gone.ConvertAll(m => m.Id);
        Refusal.If(await db.Envelopes.AnyAsync(e => e.Allocations.Any(a => a.MeasureId != null && ids.Contains(a.MeasureId.Value)), stop), "Medel är fördelade på åtgärder i inläsningen. Ta bort posterna under Medel först.");
        Refusal.If(await db.Measures.AnyAsync(m => m.MergedIntoId != null && ids.Contains(m.MergedIntoId.Value), stop), "Andra åtgärder har slagits ihop med åtgärder i inläsningen. Därför kan den inte ångras.");
        Refusal.If(await db.Effects.AnyAsync(e => e.DoneOn != null && ids.Contains(e.MeasureId), stop), "Effekten av en åtgärd i inläsningen är kontrollerad. Därför kan inläsningen inte ångras.");
        db.RemoveRange(gone);
        foreach (var control in plan.Controls.Where(c => made.Controls.Contains(c.Id)).ToList()) plan.Remove(control);
        foreach (var risk in plan.Risks.Where(r => made.Risks.Contains(r.Id)).ToList())
        {
            Refusal.If(measures.Exists(m => m.RiskId == risk.Id && !gone.Contains(m)), $"Risken ”{risk.Title}” har åtgärder som har kommit till efter inläsningen. Flytta dem först.");
            plan.Remove(risk);
        }
        if (made.Plan && plan.Risks.Count + plan.Controls.Count == 0) db.Remove(plan);
    }
}
