using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vattenpass.Domain.Organisation;

namespace Vattenpass.Web.Data.Mappings;

internal sealed class OrganisationMapping :
    IEntityTypeConfiguration<Unit>, IEntityTypeConfiguration<UnitVersion>, IEntityTypeConfiguration<Person>,
    IEntityTypeConfiguration<Title>, IEntityTypeConfiguration<Assignment>, IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Unit> unit)
    {
        unit.Basics("Units");
        unit.HasIndex(u => u.Code).IsUnique();
        unit.HasMany(u => u.Versions).WithOne(v => v.Unit);
        unit.Navigation(u => u.Versions).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<UnitVersion> version) => version.Basics("UnitVersions");

    public void Configure(EntityTypeBuilder<Person> person) => person.Basics("People").HasIndex(p => p.Name);

    public void Configure(EntityTypeBuilder<Title> title) => title.Basics("Titles").HasIndex(t => t.Name).IsUnique();

    public void Configure(EntityTypeBuilder<Assignment> assignment)
    {
        assignment.Basics("Assignments");
        assignment.HasOne(a => a.Person).WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        assignment.HasOne(a => a.Title).WithMany().HasForeignKey(a => a.TitleId).OnDelete(DeleteBehavior.Restrict);
        assignment.HasIndex(a => a.UnitId);
    }

    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.Basics("Accounts");
        account.Property(a => a.FormerHashes).AsJson();
        account.HasIndex(a => a.UserName).IsUnique();
        account.HasOne(a => a.Person).WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
