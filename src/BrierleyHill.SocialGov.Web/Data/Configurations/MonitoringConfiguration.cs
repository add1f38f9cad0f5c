using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class MonitoringRotaConfiguration : EntityConfiguration<MonitoringRota>
{
    protected override void ConfigureRecord(EntityTypeBuilder<MonitoringRota> builder)
    {
        builder.ToTable("MonitoringRotas");
        builder.HasIndex(rota => rota.AccountId).IsUnique();
        builder.HasOne<SocialMediaAccount>().WithMany().HasForeignKey(rota => rota.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(rota => rota.Slots, slots =>
        {
            slots.ToTable("MonitoringRotaSlots");
            slots.WithOwner().HasForeignKey("RotaId");
            slots.HasKey(slot => slot.Id);
            slots.HasIndex("RotaId", nameof(RotaSlot.Day), nameof(RotaSlot.Time)).IsUnique();
            slots.HasIndex(slot => slot.PersonId);
            slots.HasOne<Person>().WithMany().HasForeignKey(slot => slot.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.OwnsMany(rota => rota.Covers, covers =>
        {
            covers.ToTable("MonitoringRotaCovers");
            covers.WithOwner().HasForeignKey("RotaId");
            covers.HasKey(cover => cover.Id);
            covers.HasOne<Person>().WithMany().HasForeignKey(cover => cover.PersonId).OnDelete(DeleteBehavior.Restrict);
            covers.HasOne<Person>().WithMany().HasForeignKey(cover => cover.CoveredById).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

internal sealed class MonitoringCheckConfiguration : EntityConfiguration<MonitoringCheck>
{
    protected override void ConfigureRecord(EntityTypeBuilder<MonitoringCheck> builder)
    {
        builder.ToTable("MonitoringChecks");
        builder.Ignore(check => check.IsOfRota);
        builder.Ignore(check => check.IsLate);
        builder.Property(check => check.Found).HasMaxLength(MonitoringCheck.FoundMaximumLength);

        // Once per account and slot, whoever creates it. Checks without a slot are not in it: SQLite lets many be, SQL Server gets a filter from the provider.
        builder.HasIndex(check => new { check.AccountId, check.SlotAt }).IsUnique();
        builder.HasIndex(check => new { check.AccountId, check.At });
        builder.HasIndex(check => new { check.Status, check.OnDutyId });
        builder.HasOne<SocialMediaAccount>().WithMany().HasForeignKey(check => check.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(check => check.SlotPersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(check => check.OnDutyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(check => check.DoneById).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany<Enquiry>().WithOne().HasForeignKey(enquiry => enquiry.MonitoringCheckId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MonitoringFollowUpConfiguration : EntityConfiguration<MonitoringFollowUp>
{
    protected override void ConfigureRecord(EntityTypeBuilder<MonitoringFollowUp> builder)
    {
        builder.ToTable("MonitoringFollowUps");
        builder.Ignore(followUp => followUp.IsOpen);
        builder.Property(followUp => followUp.What).HasMaxLength(MonitoringFollowUp.WhatMaximumLength);
        builder.HasIndex(followUp => followUp.CheckId);
        builder.HasIndex(followUp => new { followUp.PersonId, followUp.DoneAt });
        builder.HasOne<MonitoringCheck>().WithMany().HasForeignKey(followUp => followUp.CheckId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SocialMediaAccount>().WithMany().HasForeignKey(followUp => followUp.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(followUp => followUp.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(followUp => followUp.AgreedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(followUp => followUp.DoneById).OnDelete(DeleteBehavior.Restrict);
    }
}
