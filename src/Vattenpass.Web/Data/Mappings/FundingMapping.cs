using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vattenpass.Domain.Funding;

namespace Vattenpass.Web.Data.Mappings;

internal sealed class FundingMapping : IEntityTypeConfiguration<Envelope>, IEntityTypeConfiguration<Allocation>
{
    public void Configure(EntityTypeBuilder<Envelope> envelope)
    {
        envelope.Basics("Envelopes");
        envelope.HasMany(e => e.Allocations).WithOne(a => a.Envelope).HasForeignKey(a => a.EnvelopeId);
    }

    public void Configure(EntityTypeBuilder<Allocation> allocation)
    {
        allocation.Basics("Allocations");
        allocation.HasOne(a => a.Measure).WithMany().HasForeignKey(a => a.MeasureId).OnDelete(DeleteBehavior.Restrict);
    }
}
