using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Routines;

namespace Vattenpass.Web.Data.Mappings;

internal sealed class RoutineMapping : IEntityTypeConfiguration<Routine>, IEntityTypeConfiguration<RoutineFinding>
{
    public void Configure(EntityTypeBuilder<Routine> routine)
    {
        routine.Basics("Routines");
        routine.Property(r => r.ForUnits).AsJson();
        routine.Property(r => r.Tests).AsJson();
        routine.Property(r => r.RiskIds).AsJson();
        routine.Property(r => r.Looks).AsJson();
        routine.Ignore(r => r.IsLink);
        routine.Ignore(r => r.MustChange);
        routine.HasOne(r => r.Owner).WithMany().HasForeignKey(r => r.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RoutineFinding> finding)
    {
        finding.Basics("RoutineFindings");
        finding.HasOne(f => f.Routine).WithMany().HasForeignKey(f => f.RoutineId).OnDelete(DeleteBehavior.Cascade);
        finding.HasOne<Deviation>().WithMany().HasForeignKey(f => f.DeviationId).OnDelete(DeleteBehavior.Cascade);
        finding.HasIndex(f => f.DeviationId).IsUnique();
    }
}
