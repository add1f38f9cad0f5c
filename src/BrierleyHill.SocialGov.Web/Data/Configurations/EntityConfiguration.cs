using BrierleyHill.SocialGov.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

/// <summary>What every record has: its number and the version that decides races.</summary>
internal abstract class EntityConfiguration<TRecord> : IEntityTypeConfiguration<TRecord>
    where TRecord : Entity
{
    public void Configure(EntityTypeBuilder<TRecord> builder)
    {
        builder.HasKey(record => record.Id);
        builder.Property(record => record.Version).IsConcurrencyToken();
        builder.Ignore(record => record.UnsavedEvents);
        builder.Ignore(record => record.UnsavedSince);
        builder.Ignore(record => record.Reference);
        builder.Ignore(record => record.AuditReference);
        ConfigureRecord(builder);
    }

    protected abstract void ConfigureRecord(EntityTypeBuilder<TRecord> builder);
}
