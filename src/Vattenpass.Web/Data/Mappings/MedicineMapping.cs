using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Medicines;

namespace Vattenpass.Web.Data.Mappings;

internal sealed class MedicineMapping :
    IEntityTypeConfiguration<MedicineStore>, IEntityTypeConfiguration<StoreLine>, IEntityTypeConfiguration<StoreDuty>,
    IEntityTypeConfiguration<Delivery>, IEntityTypeConfiguration<Disposal>,
    IEntityTypeConfiguration<StoreCount>, IEntityTypeConfiguration<CountedLine>, IEntityTypeConfiguration<DeliveryTick>,
    IEntityTypeConfiguration<DrugMatter>, IEntityTypeConfiguration<Recount>, IEntityTypeConfiguration<MedicineSettings>
{
    public void Configure(EntityTypeBuilder<MedicineStore> store)
    {
        store.Basics("MedicineStores");
        store.HasIndex(s => s.Code).IsUnique();
        store.HasMany(s => s.Lines).WithOne(l => l.Store).HasForeignKey(l => l.StoreId);
        store.HasMany(s => s.Duties).WithOne(d => d.Store);
        store.HasMany(s => s.Deliveries).WithOne(d => d.Store);
        store.HasMany(s => s.Disposals).WithOne(d => d.Store);
    }

    public void Configure(EntityTypeBuilder<StoreLine> line)
    {
        line.Basics("StoreLines");
        line.Property(l => l.Tolerance).HasPrecision(18, 3);
    }

    public void Configure(EntityTypeBuilder<StoreDuty> duty)
    {
        duty.Basics("StoreDuties");
        duty.HasIndex(d => d.PersonId);
    }

    public void Configure(EntityTypeBuilder<Delivery> delivery)
    {
        delivery.Basics("Deliveries");
        delivery.Property(d => d.Quantity).HasPrecision(18, 3);
    }

    public void Configure(EntityTypeBuilder<Disposal> disposal)
    {
        disposal.Basics("Disposals");
        disposal.Property(d => d.Quantity).HasPrecision(18, 3);
    }

    public void Configure(EntityTypeBuilder<StoreCount> count)
    {
        count.Basics("StoreCounts");
        count.HasOne(c => c.Occasion).WithMany().HasForeignKey(c => c.OccasionId).OnDelete(DeleteBehavior.Restrict);
        count.HasIndex(c => c.OccasionId).IsUnique();
        count.HasMany(c => c.Lines).WithOne(l => l.StoreCount).HasForeignKey(l => l.StoreCountId);
        count.HasMany(c => c.Ticks).WithOne(t => t.StoreCount).HasForeignKey(t => t.StoreCountId);
    }

    public void Configure(EntityTypeBuilder<CountedLine> line)
    {
        line.Basics("CountedLines");
        line.Property(l => l.Tolerance).HasPrecision(18, 3);
        line.Property(l => l.Counted).HasPrecision(18, 3);
        line.Property(l => l.Journal).AsJson();
        line.Property(l => l.Faults).AsJson();
        line.HasIndex(l => new { l.StoreCountId, l.LineId }).IsUnique();
        line.HasIndex(l => l.LineId);
    }

    public void Configure(EntityTypeBuilder<DeliveryTick> tick)
    {
        tick.Basics("DeliveryTicks");
        tick.HasIndex(t => t.DeliveryId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DrugMatter> matter)
    {
        matter.HasBaseType<Matter>();
        matter.Ignore(m => m.LeftToTrace);
        matter.Property(m => m.Difference).HasPrecision(18, 3);
        matter.Property(m => m.LexMaria).AsJson();
        matter.Property(m => m.Danger).AsJson();
        matter.Property(m => m.Police).AsJson();
        matter.HasMany(m => m.Recounts).WithOne(r => r.Matter);
    }

    public void Configure(EntityTypeBuilder<Recount> recount)
    {
        recount.Basics("Recounts");
        recount.Property(r => r.Counted).HasPrecision(18, 3);
    }

    public void Configure(EntityTypeBuilder<MedicineSettings> settings)
    {
        settings.Basics("MedicineSettings");
        settings.Property(s => s.Telling).AsJson();
        settings.Ignore(s => s.Clock);
    }
}
