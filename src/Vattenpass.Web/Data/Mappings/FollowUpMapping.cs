using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Reports;

namespace Vattenpass.Web.Data.Mappings;

internal sealed class FollowUpMapping :
    IEntityTypeConfiguration<Deviation>, IEntityTypeConfiguration<GradeScale>, IEntityTypeConfiguration<Matter>, IEntityTypeConfiguration<DeviationMessage>,
    IEntityTypeConfiguration<Measure>, IEntityTypeConfiguration<MeasureComment>, IEntityTypeConfiguration<MeasureOwner>, IEntityTypeConfiguration<EffectControl>,
    IEntityTypeConfiguration<RegisterRow>, IEntityTypeConfiguration<RegisterImport>, IEntityTypeConfiguration<RegisterDefinition>,
    IEntityTypeConfiguration<ColumnProfile>, IEntityTypeConfiguration<PermissionRules>,
    IEntityTypeConfiguration<Report>, IEntityTypeConfiguration<ReportSection>, IEntityTypeConfiguration<ReportFile>
{
    public void Configure(EntityTypeBuilder<GradeScale> scale)
    {
        scale.Basics("GradeScales");
        scale.Property(s => s.Grades).AsJson();
    }

    public void Configure(EntityTypeBuilder<Deviation> deviation)
    {
        deviation.Basics("Deviations");
        deviation.HasOne(d => d.Occasion).WithMany().HasForeignKey(d => d.OccasionId).OnDelete(DeleteBehavior.Restrict);
        deviation.HasOne(d => d.Unit).WithMany().HasForeignKey(d => d.UnitId).OnDelete(DeleteBehavior.Restrict);
        deviation.HasOne(d => d.ReportedBy).WithMany().HasForeignKey(d => d.ReportedById).OnDelete(DeleteBehavior.Restrict);
        deviation.HasOne(d => d.Investigator).WithMany().HasForeignKey(d => d.InvestigatorId).OnDelete(DeleteBehavior.Restrict);
        deviation.HasOne(d => d.Matter).WithOne(m => m.Deviation).HasForeignKey<Matter>(m => m.DeviationId);
        deviation.Navigation(d => d.Matter).AutoInclude();
        deviation.Property(d => d.Assessments).AsJson();
        deviation.Ignore(d => d.Origin);
        deviation.Ignore(d => d.Left);
        deviation.HasMany(d => d.Messages).WithOne(m => m.Deviation);
        deviation.HasIndex(d => new { d.UnitId, d.FoundOn });
        deviation.HasIndex(d => d.OriginId);
    }

    public void Configure(EntityTypeBuilder<Matter> matter)
    {
        matter.Basics("Matters");
        matter.Ignore(m => m.Left);
        matter.HasDiscriminator<string>("Kind");
    }

    public void Configure(EntityTypeBuilder<DeviationMessage> message) => message.Basics("DeviationMessages");

    public void Configure(EntityTypeBuilder<Measure> measure)
    {
        measure.Basics("Measures");
        measure.Property(m => m.Checkpoints).AsJson();
        measure.Property(m => m.Stages).AsJson();
        measure.Property(m => m.Moves).AsJson();
        measure.HasOne<Measure>().WithMany().HasForeignKey(m => m.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        measure.HasOne(m => m.Unit).WithMany().HasForeignKey(m => m.UnitId).OnDelete(DeleteBehavior.Restrict);
        measure.HasOne(m => m.Owner).WithMany().HasForeignKey(m => m.OwnerId).OnDelete(DeleteBehavior.Restrict);
        measure.HasOne(m => m.ReportingOfficer).WithMany().HasForeignKey(m => m.ReportingOfficerId).OnDelete(DeleteBehavior.Restrict);
        measure.HasOne(m => m.Risk).WithMany().HasForeignKey(m => m.RiskId).OnDelete(DeleteBehavior.Restrict);
        measure.HasOne(m => m.Deviation).WithMany().HasForeignKey(m => m.DeviationId).OnDelete(DeleteBehavior.Restrict);
        measure.HasMany(m => m.Comments).WithOne(c => c.Measure);
        measure.HasMany(m => m.AlsoOwners).WithOne(o => o.Measure);
        measure.Navigation(m => m.AlsoOwners).AutoInclude();
        measure.Ignore(m => m.OwnersText);
        measure.Ignore(m => m.ReportingText);
        measure.HasIndex(m => m.PlanId);
    }

    public void Configure(EntityTypeBuilder<MeasureComment> comment)
    {
        comment.Basics("MeasureComments");
        comment.Property(c => c.Participation).AsJson();
    }

    public void Configure(EntityTypeBuilder<MeasureOwner> owner)
    {
        owner.Basics("MeasureOwners");
        owner.HasOne(o => o.Person).WithMany().HasForeignKey(o => o.PersonId).OnDelete(DeleteBehavior.Restrict);
        owner.Navigation(o => o.Person).AutoInclude();
        owner.HasIndex(o => o.PersonId);
    }

    public void Configure(EntityTypeBuilder<EffectControl> effect)
    {
        effect.Basics("EffectControls");
        effect.Property(e => e.Counted).AsJson();
        effect.Property(e => e.Measured).AsJson();
        effect.Property(e => e.Series).AsJson();
        effect.Property(e => e.OccasionIds).AsJson();
        effect.Property(e => e.UnitIds).AsJson();
        effect.HasOne<Measure>().WithMany().HasForeignKey(e => e.MeasureId).OnDelete(DeleteBehavior.Cascade);
        effect.Property(e => e.Control).AsJson();
        effect.HasOne(e => e.Performer).WithMany().HasForeignKey(e => e.PerformerId).OnDelete(DeleteBehavior.Restrict);
        effect.HasIndex(e => e.PerformerId);
        effect.HasIndex(e => e.MeasureId);
    }

    public void Configure(EntityTypeBuilder<RegisterRow> row)
    {
        row.Basics("RegisterRows");
        row.Property(r => r.Cells).AsJson();
        row.HasIndex(r => new { r.Register, r.Year, r.ReplacedByImportId });
    }

    public void Configure(EntityTypeBuilder<RegisterImport> import)
    {
        import.Basics("RegisterImports");
        import.HasIndex(i => new { i.Register, i.Year, i.Number }).IsUnique();
        import.Property(i => i.Provenance).AsJson();
        import.Property(i => i.Warnings).AsJson();
        import.Property(i => i.Organisation).AsJson();
    }

    public void Configure(EntityTypeBuilder<RegisterDefinition> definition)
    {
        definition.Basics("RegisterDefinitions");
        definition.Ignore(d => d.Kind);
        definition.Property(d => d.Columns).AsJson();
        definition.HasIndex(d => d.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PermissionRules> rules)
    {
        rules.Basics("PermissionRules");
        rules.Property(r => r.Roles).AsJson();
    }

    public void Configure(EntityTypeBuilder<ColumnProfile> profile)
    {
        profile.Basics("ColumnProfiles");
        profile.Property(p => p.Headers).AsJson();
        profile.Property(p => p.Words).AsJson();
        profile.Property(p => p.Constants).AsJson();
        profile.Property(p => p.Kept).AsJson();
        profile.Property(p => p.IdRules).AsJson();
        profile.HasIndex(p => new { p.Register, p.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Report> report)
    {
        report.Basics("Reports");
        report.Property(r => r.Head).AsJson();
        report.Property(r => r.Decision).AsJson();
        report.Property(r => r.Judgement).AsJson();
        report.Property(r => r.Receipt).AsJson();
        report.HasIndex(r => new { r.PlanId, r.Kind, r.To, r.Number }).IsUnique();
        report.HasMany(r => r.Sections).WithOne(s => s.Report);
        report.HasMany(r => r.Files).WithOne(f => f.Report);
    }

    public void Configure(EntityTypeBuilder<ReportSection> section) => section.Basics("ReportSections");

    public void Configure(EntityTypeBuilder<ReportFile> file) => file.Basics("ReportFiles");
}
