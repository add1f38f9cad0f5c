using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class PersonalDataBreachConfiguration : IncidentPartConfiguration<PersonalDataBreach>
{
    // Texts that may be longer than an index or a row of SQL Server takes have no limit there; the record holds theirs.
    private const int Unlimited = -1;

    protected override void ConfigurePart(EntityTypeBuilder<PersonalDataBreach> builder)
    {
        builder.ToTable("PersonalDataBreaches");
        builder.Ignore(breach => breach.DueAt);
        builder.Ignore(breach => breach.IsRunning);
        builder.Ignore(breach => breach.IsToldLate);
        builder.Ignore(breach => breach.CommissionerReference);
        builder.Ignore(breach => breach.DelayBecause);
        builder.Ignore(breach => breach.StandingAdvice);
        builder.Property(breach => breach.WhatHappened).HasMaxLength(Unlimited);
        builder.Property(breach => breach.Consequences).HasMaxLength(Unlimited);
        builder.Property(breach => breach.MeasuresTaken).HasMaxLength(Unlimited);
        builder.Property(breach => breach.MeasuresProposed).HasMaxLength(Unlimited);
        builder.Property(breach => breach.Processors).HasMaxLength(PersonalDataBreach.ProcessorsMaximumLength);
        builder.Property(breach => breach.Risk).HasConversion<string>().HasMaxLength(20).IsUnicode(false);
        builder.HasIndex(breach => breach.AwareAt);
        builder.HasOne<Person>().WithMany().HasForeignKey(breach => breach.RecordedById).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(breach => breach.Awareness, awareness =>
        {
            awareness.ToTable("BreachAwareness");
            awareness.WithOwner().HasForeignKey("BreachId");
            awareness.HasKey(one => one.Id);
            awareness.Property(one => one.Because).HasMaxLength(PersonalDataBreach.ReasonMaximumLength);
            awareness.Property(one => one.DelayBecause).HasMaxLength(PersonalDataBreach.ReasonMaximumLength);
            awareness.HasOne<Person>().WithMany().HasForeignKey(one => one.ById).OnDelete(DeleteBehavior.Restrict);
        });
        builder.OwnsMany(breach => breach.Risks, risk =>
        {
            risk.ToTable("BreachRisks");
            risk.WithOwner().HasForeignKey("BreachId");
            risk.HasKey(one => one.Id);
            risk.Property(one => one.Risk).HasConversion<string>().HasMaxLength(20).IsUnicode(false);
            risk.Property(one => one.Because).HasMaxLength(PersonalDataBreach.ReasonMaximumLength);
            risk.HasOne<Person>().WithMany().HasForeignKey(one => one.ById).OnDelete(DeleteBehavior.Restrict);
        });
        builder.OwnsMany(breach => breach.Advice, advice =>
        {
            advice.ToTable("BreachAdvice");
            advice.WithOwner().HasForeignKey("BreachId");
            advice.HasKey(one => one.Id);
            advice.Property(one => one.Because).HasMaxLength(PersonalDataBreach.ReasonMaximumLength);
            advice.HasOne<Person>().WithMany().HasForeignKey(one => one.ById).OnDelete(DeleteBehavior.Restrict);
        });
        builder.OwnsMany(breach => breach.Decisions, decision =>
        {
            decision.ToTable("BreachDecisions");
            decision.WithOwner().HasForeignKey("BreachId");
            decision.HasKey(one => one.Id);
            decision.Property(one => one.Matter).HasConversion<string>().HasMaxLength(20).IsUnicode(false);
            decision.Property(one => one.Ground).HasConversion<string>().HasMaxLength(30).IsUnicode(false);
            decision.Property(one => one.Because).HasMaxLength(PersonalDataBreach.ReasonMaximumLength);
            decision.Property(one => one.CommissionerReference).HasMaxLength(PersonalDataBreach.CommissionerReferenceMaximumLength);
            decision.Property(one => one.DelayBecause).HasMaxLength(PersonalDataBreach.ReasonMaximumLength);
            decision.Property(one => one.How).HasMaxLength(PersonalDataBreach.ReasonMaximumLength);
            decision.Property(one => one.OverrulesBecause).HasMaxLength(PersonalDataBreach.ReasonMaximumLength);
            decision.Property(one => one.ReconsidersBecause).HasMaxLength(PersonalDataBreach.ReasonMaximumLength);
            decision.HasOne<Person>().WithMany().HasForeignKey(one => one.DecidedById).OnDelete(DeleteBehavior.Restrict);
        });
        builder.OwnsMany(breach => breach.Information, information =>
        {
            information.ToTable("BreachInformation");
            information.WithOwner().HasForeignKey("BreachId");
            information.HasKey(one => one.Id);
            information.Property(one => one.Text).HasMaxLength(PersonalDataBreach.ReasonMaximumLength);
            information.Property(one => one.CommissionerReference).HasMaxLength(PersonalDataBreach.CommissionerReferenceMaximumLength);
            information.HasOne<Person>().WithMany().HasForeignKey(one => one.ById).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
