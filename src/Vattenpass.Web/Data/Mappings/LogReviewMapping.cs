using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vattenpass.Domain.LogReviews;

namespace Vattenpass.Web.Data.Mappings;

internal sealed class LogReviewMapping : IEntityTypeConfiguration<LogImport>, IEntityTypeConfiguration<LogCase>,
IEntityTypeConfiguration<LogCaseOpening>, IEntityTypeConfiguration<LogSettings>
{
    public void Configure(EntityTypeBuilder<LogImport> import)
    {
        import.Basics("LogImports");
        import.Property(i => i.Selections).AsJson();
        import.Property(i => i.Rules).AsJson();
        import.Property(i => i.Counts).AsJson();
        import.Property(i => i.RegisterItems).AsJson();
        import.Property(i => i.Remarks).AsJson();
        import.Property(i => i.Effect).AsJson();
        import.HasIndex(i => i.State);
    }

    public void Configure(EntityTypeBuilder<LogCase> logCase)
    {
        logCase.Basics("LogCases");
        logCase.Property(c => c.Users).AsJson();
        logCase.Property(c => c.Accesses).AsJson();
        logCase.Property(c => c.For).AsJson();
        logCase.Property(c => c.Against).AsJson();
        logCase.Property(c => c.Answers).AsJson();
        logCase.HasOne(c => c.Import).WithMany().HasForeignKey(c => c.ImportId).OnDelete(DeleteBehavior.Restrict);
        logCase.HasMany(c => c.Openings).WithOne(o => o.Case);
        logCase.HasIndex(c => new { c.ReviewerId, c.Verdict });
        logCase.HasIndex(c => new { c.UnitId, c.PeriodKey });
    }

    public void Configure(EntityTypeBuilder<LogCaseOpening> opening) => opening.Basics("LogCaseOpenings");

    public void Configure(EntityTypeBuilder<LogSettings> settings)
    {
        settings.Basics("LogSettings");
        settings.Property(s => s.Rules).AsJson();
        settings.Property(s => s.Proposed).AsJson();
    }
}
