using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vattenpass.Web.Data.Trail;

namespace Vattenpass.Web.Data.Mappings;

internal sealed class TrailMapping : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditValues>,
IEntityTypeConfiguration<Submission>, IEntityTypeConfiguration<StoredKey>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("Trail");
        entry.HasKey(e => e.Sequence);
        entry.Property(e => e.Sequence).ValueGeneratedOnAdd();
        entry.HasIndex(e => e.Id).IsUnique();
        entry.HasIndex(e => e.RootId);
        entry.HasIndex(e => e.ActId);
        entry.HasIndex(e => new { e.UnitId, e.Sequence });
    }

    public void Configure(EntityTypeBuilder<AuditValues> values)
    {
        values.ToTable("TrailValues");
        values.HasKey(v => v.EntryId);
        values.Property(v => v.EntryId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Submission> submission) => submission.ToTable("Submissions").HasKey(s => s.Key);

    public void Configure(EntityTypeBuilder<StoredKey> key) => key.ToTable("Keys").HasKey(k => k.Id);
}
