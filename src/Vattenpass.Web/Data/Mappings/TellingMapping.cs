using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reminders;

namespace Vattenpass.Web.Data.Mappings;

internal sealed class TellingMapping :
    IEntityTypeConfiguration<BoardDate>, IEntityTypeConfiguration<TellingSettings>, IEntityTypeConfiguration<Reminder>,
    IEntityTypeConfiguration<Absence>,
    IEntityTypeConfiguration<CalendarFeed>, IEntityTypeConfiguration<OutgoingMail>, IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<BoardDate> date) => date.Basics("BoardDates").HasIndex(d => d.Date);

    public void Configure(EntityTypeBuilder<TellingSettings> settings)
    {
        settings.Basics("TellingSettings");
        settings.Property(s => s.Rules).AsJson();
        settings.HasIndex(s => s.UnitId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Reminder> reminder)
    {
        reminder.Basics("Reminders");
        reminder.HasOne(r => r.Person).WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
        reminder.HasIndex(r => r.OnceKey).IsUnique();
        reminder.HasIndex(r => r.OccasionId);
        reminder.HasIndex(r => r.Day);
    }

    public void Configure(EntityTypeBuilder<Absence> absence)
    {
        absence.Basics("Absences");
        absence.HasOne(a => a.Person).WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        absence.HasOne(a => a.Substitute).WithMany().HasForeignKey(a => a.SubstituteId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CalendarFeed> feed) => feed.Basics("CalendarFeeds").HasIndex(f => f.SecretSha256).IsUnique();

    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("Mails");
        mail.HasKey(m => m.Id);
        mail.Property(m => m.Id).ValueGeneratedNever();
        mail.Property(m => m.Version).IsConcurrencyToken();
        mail.HasIndex(m => m.OnceKey).IsUnique();
        mail.HasIndex(m => m.SentAt);
    }

    public void Configure(EntityTypeBuilder<JobRun> run)
    {
        run.ToTable("JobRuns");
        run.HasKey(r => r.Id);
        run.Property(r => r.Id).ValueGeneratedNever();
        run.HasIndex(r => new { r.Job, r.Slot }).IsUnique();
    }
}
