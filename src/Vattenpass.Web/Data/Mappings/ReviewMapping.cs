using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vattenpass.Domain.Reviews;

namespace Vattenpass.Web.Data.Mappings;

internal sealed class ReviewMapping : IEntityTypeConfiguration<Review>, IEntityTypeConfiguration<Finding>
{
    public void Configure(EntityTypeBuilder<Review> review)
    {
        review.Basics("Reviews");
        review.Property(r => r.Priorities).AsJson();
        review.HasMany(r => r.Findings).WithOne(f => f.Review).HasForeignKey(f => f.ReviewId);
    }

    public void Configure(EntityTypeBuilder<Finding> finding)
    {
        finding.Basics("Findings");
        finding.Property(f => f.RequirementKeys).AsJson();
        finding.Property(f => f.UnitIds).AsJson();
        finding.Property(f => f.Causes).AsJson();
        finding.Property(f => f.RiskIds).AsJson();
        finding.Property(f => f.RoutineIds).AsJson();
        finding.Property(f => f.MeasureIds).AsJson();
        finding.Property(f => f.Replies).AsJson();
        finding.HasIndex(f => f.AnswerBy);
    }
}
