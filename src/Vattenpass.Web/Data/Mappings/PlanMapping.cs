using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.PlanFiles;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Samples;

namespace Vattenpass.Web.Data.Mappings;

internal sealed class PlanMapping :
    IEntityTypeConfiguration<Plan>, IEntityTypeConfiguration<PlanChange>, IEntityTypeConfiguration<Risk>,
    IEntityTypeConfiguration<RiskProposal>, IEntityTypeConfiguration<Control>, IEntityTypeConfiguration<Occasion>, IEntityTypeConfiguration<Outcome>,
    IEntityTypeConfiguration<Check>, IEntityTypeConfiguration<Sample>, IEntityTypeConfiguration<FormVersion>,
    IEntityTypeConfiguration<LibraryItem>, IEntityTypeConfiguration<LocalRule>, IEntityTypeConfiguration<PlanFile>,
    IEntityTypeConfiguration<PlanProfile>, IEntityTypeConfiguration<HeldFile>, IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<Plan> plan)
    {
        plan.Basics("Plans");
        plan.HasIndex(p => new { p.Year, p.UnitId }).IsUnique();
        plan.Property(p => p.Scale).AsJson();
        plan.Property(p => p.Adoption).AsJson();
        plan.Property(p => p.WeakeningReasons).AsJson();
        plan.HasMany(p => p.Risks).WithOne(r => r.Plan).HasForeignKey(r => r.PlanId);
        plan.HasMany(p => p.Controls).WithOne(c => c.Plan).HasForeignKey(c => c.PlanId);
        plan.HasMany(p => p.Changes).WithOne(c => c.Plan);
    }

    public void Configure(EntityTypeBuilder<PlanFile> file)
    {
        file.Basics("PlanFiles");
        file.Property(f => f.Warnings).AsJson();
        file.Property(f => f.Made).AsJson();
        file.HasIndex(f => f.Year);
    }

    public void Configure(EntityTypeBuilder<PlanProfile> profile)
    {
        profile.Basics("PlanProfiles");
        profile.Property(p => p.Wording).AsJson();
        profile.HasIndex(p => p.UnitId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<HeldFile> file)
    {
        file.ToTable("HeldFiles");
        file.HasKey(f => f.Id);
        file.Property(f => f.Id).ValueGeneratedNever();
        file.HasIndex(f => new { f.PersonId, f.Batch });
    }

    public void Configure(EntityTypeBuilder<ImportRun> run)
    {
        run.ToTable("ImportRuns");
        run.HasKey(r => r.Id);
        run.Property(r => r.Id).ValueGeneratedNever();
        // Cancelled elsewhere while it was being saved here: then the save is not let in.
        run.Property(r => r.State).IsConcurrencyToken();
        run.Ignore(r => r.HasOutcome);
        run.HasIndex(r => r.PersonId);
    }

    public void Configure(EntityTypeBuilder<PlanChange> change) => change.Basics("PlanChanges");

    public void Configure(EntityTypeBuilder<RiskProposal> proposal)
    {
        proposal.Basics("RiskProposals");
        proposal.Property(p => p.Background).AsJson();
    }

    public void Configure(EntityTypeBuilder<Risk> risk)
    {
        risk.Basics("Risks");
        risk.Property(r => r.Score).AsJson();
        risk.Property(r => r.Background).AsJson();
        risk.Property(r => r.Votes).AsJson();
        risk.HasOne(r => r.Owner).WithMany().HasForeignKey(r => r.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Control> control)
    {
        control.Basics("Controls");
        control.Property(c => c.Size).AsJson();
        control.Property(c => c.Recurrence).AsJson();
        control.Property(c => c.ChosenUnits).AsJson();
        control.Property(c => c.Activities).AsJson();
        control.Property(c => c.LegalBasis).AsJson();
        control.Property(c => c.AsRead).AsJson();
        // Once a title each, and named so; a list of them now.
        control.Property(c => c.PerformerTitles).HasColumnName("PerformerTitle");
        control.Property(c => c.ReportingTitles).HasColumnName("ReportingTitle");
        control.Ignore(c => c.OfficersText);
        control.HasOne(c => c.Risk).WithMany().HasForeignKey(c => c.RiskId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Occasion> occasion)
    {
        occasion.Basics("Occasions");
        occasion.HasIndex(o => new { o.ControlId, o.UnitId, o.ObjectKey, o.PeriodKey }).IsUnique();
        occasion.HasIndex(o => new { o.PlanId, o.UnitId });
        occasion.HasIndex(o => o.ResponsibleId);
        occasion.HasIndex(o => o.HandedToId);
        occasion.HasOne(o => o.Control).WithMany().HasForeignKey(o => o.ControlId).OnDelete(DeleteBehavior.Restrict);
        occasion.HasOne(o => o.Unit).WithMany().HasForeignKey(o => o.UnitId).OnDelete(DeleteBehavior.Restrict);
        occasion.HasOne(o => o.Responsible).WithMany().HasForeignKey(o => o.ResponsibleId).OnDelete(DeleteBehavior.Restrict);
        occasion.HasOne(o => o.HandedTo).WithMany().HasForeignKey(o => o.HandedToId).OnDelete(DeleteBehavior.Restrict);
        occasion.Ignore(o => o.HasList);
        occasion.Ignore(o => o.Waiting);
        occasion.HasMany(o => o.Checks).WithOne(c => c.Occasion).HasForeignKey(c => c.OccasionId);
        occasion.Property(o => o.TookPart).AsJson();
        occasion.HasMany(o => o.Outcomes).WithOne(o => o.Occasion).HasForeignKey(o => o.OccasionId);
    }

    public void Configure(EntityTypeBuilder<Outcome> outcome)
    {
        outcome.Basics("Outcomes");
        outcome.Property(o => o.Objects).AsJson();
        outcome.HasIndex(o => new { o.OccasionId, o.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Check> check)
    {
        check.Basics("Checks");
        check.Property(c => c.Answers).AsJson();
        check.Property(c => c.Faults).AsJson();
        check.Property(c => c.DoneAtOnce).AsJson();
        check.HasIndex(c => new { c.OccasionId, c.ObjectKey }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Sample> sample)
    {
        sample.Basics("Samples");
        sample.Ignore(s => s.Population);
        sample.Property(s => s.Rule).AsJson();
        sample.Property(s => s.Items).AsJson();
        sample.Property(s => s.Replacements).AsJson();
        sample.Property(s => s.LeftOut).AsJson();
        sample.HasOne(s => s.Occasion).WithMany().HasForeignKey(s => s.OccasionId).OnDelete(DeleteBehavior.Restrict);
        sample.HasIndex(s => new { s.OccasionId, s.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<FormVersion> form)
    {
        form.Basics("Forms");
        form.Property(f => f.Form).AsJson();
        form.HasIndex(f => new { f.Key, f.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<LibraryItem> item)
    {
        item.Basics("LibraryItems");
        item.Property(i => i.Content).AsJson();
        item.Property(i => i.Form).AsJson();
    }

    public void Configure(EntityTypeBuilder<LocalRule> rule) =>
        rule.Basics("LocalRules").HasIndex(r => new { r.Key, r.From }).IsUnique();
}
