using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class IncidentConfiguration : EntityConfiguration<Incident>
{
    /// <summary>How many entries the chronology has had: moved on in the save that writes one, so that two writers follow each other and a cut end shows.</summary>
    public const string ChronologyCount = "ChronologyCount";

    // Every clause at once, with commas.
    private const int ClausesMaximumLength = 600;

    protected override void ConfigureRecord(EntityTypeBuilder<Incident> builder)
    {
        builder.ToTable("Incidents");
        // Drawn by chance, so that a gap tells nobody of an incident that is kept from them.
        builder.Property(incident => incident.Id).ValueGeneratedNever();
        builder.Property<int>(ChronologyCount);
        builder.Property(incident => incident.What).HasMaxLength(-1);
        builder.Property(incident => incident.Place).HasMaxLength(Incident.PlaceMaximumLength);
        builder.Property(incident => incident.Link).HasMaxLength(EnquiryLink.MaximumLength).IsUnicode(false);
        builder.Ignore(incident => incident.IsOver);
        builder.Ignore(incident => incident.InvolvedOfReport);
        builder.HasIndex(incident => new { incident.Status, incident.ReportedAt });
        builder.HasIndex(incident => new { incident.ReportedById, incident.ReportedAt });
        builder.HasIndex(incident => new { incident.Source, incident.SourceId });
        builder.HasOne<SocialMediaAccount>().WithMany().HasForeignKey(incident => incident.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(incident => incident.ReportedById).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(incident => incident.Involved, involved =>
        {
            involved.ToTable("IncidentPeople");
            involved.WithOwner().HasForeignKey("IncidentId");
            involved.HasKey(person => person.Id);
            involved.Property(person => person.Name).HasMaxLength(InvolvedPerson.NameMaximumLength);
            involved.HasIndex("IncidentId", nameof(InvolvedPerson.Number)).IsUnique();
            involved.HasIndex(person => new { person.PersonId, person.Role });
            involved.HasOne<Person>().WithMany().HasForeignKey(person => person.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.OwnsMany(incident => incident.Investigators, investigators =>
        {
            investigators.ToTable("IncidentInvestigators");
            investigators.WithOwner().HasForeignKey("IncidentId");
            investigators.HasKey(investigator => investigator.Id);
            investigators.Ignore(investigator => investigator.IsCurrent);
            investigators.HasIndex("IncidentId");
            investigators.HasIndex(investigator => new { investigator.PersonId, investigator.Until });
            investigators.HasOne<Person>().WithMany().HasForeignKey(investigator => investigator.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        ConfigureAssessment(builder);
        builder.OwnsMany(incident => incident.Routes, ConfigureRoutes);
    }

    private static void ConfigureAssessment(EntityTypeBuilder<Incident> builder)
    {
        builder.Property(incident => incident.AssessedBecause).HasMaxLength(Incident.WordsMaximumLength);
        builder.Property(incident => incident.ImmediateActions).HasMaxLength(Incident.WordsMaximumLength);
        builder.Property(incident => incident.NextSteps).HasMaxLength(Incident.WordsMaximumLength);
        builder.Property(incident => incident.Outcome).HasMaxLength(Incident.WordsMaximumLength);
        builder.Property(incident => incident.Lessons).HasMaxLength(Incident.WordsMaximumLength);
        builder.Property(incident => incident.ClauseIds).HasMaxLength(ClausesMaximumLength).IsUnicode(false);
        builder.Ignore(incident => incident.Appointments);
        builder.Ignore(incident => incident.CurrentInvestigators);
        builder.Ignore(incident => incident.ConcernsSafeguarding);
        builder.Ignore(incident => incident.TimeToAssess);
        builder.Ignore(incident => incident.TimeToResolve);
        builder.Ignore(incident => incident.RoutesTaken);
        builder.Ignore(incident => incident.SuggestedRoutes);
        builder.Ignore(incident => incident.Clauses);
        builder.HasOne<Person>().WithMany().HasForeignKey(incident => incident.AssessedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(incident => incident.ResolvedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(incident => incident.ClosedById).OnDelete(DeleteBehavior.Restrict);
    }

    private static void ConfigureRoutes(OwnedNavigationBuilder<Incident, IncidentRoute> routes)
    {
        routes.ToTable("IncidentRoutes");
        routes.WithOwner().HasForeignKey("IncidentId");
        routes.HasKey(route => route.Id);
        routes.Ignore(route => route.Checklist);
        routes.Ignore(route => route.IsTaken);
        routes.Ignore(route => route.IsFinished);
        routes.Ignore(route => route.Next);
        routes.Ignore(route => route.Last);
        routes.Property(route => route.TakenOffBecause).HasMaxLength(Incident.ReasonMaximumLength);
        routes.HasIndex("IncidentId", nameof(IncidentRoute.Number)).IsUnique();
        routes.HasOne<Person>().WithMany().HasForeignKey(route => route.StartedById).OnDelete(DeleteBehavior.Restrict);
        routes.HasOne<Person>().WithMany().HasForeignKey(route => route.TakenOffById).OnDelete(DeleteBehavior.Restrict);
        routes.OwnsMany(route => route.Steps, steps =>
        {
            steps.ToTable("IncidentRouteSteps");
            steps.WithOwner().HasForeignKey("RouteId");
            steps.HasKey(step => step.Id);
            steps.Ignore(step => step.IsSettled);
            steps.Property(step => step.At).HasColumnName("SettledAt");
            steps.Property(step => step.Note).HasMaxLength(Incident.WordsMaximumLength);
            steps.Property(step => step.Outcome).HasMaxLength(Incident.WordsMaximumLength);
            steps.Property(step => step.SkippedBecause).HasMaxLength(Incident.ReasonMaximumLength);
            steps.HasIndex("RouteId", nameof(RouteStep.Order)).IsUnique();
            steps.HasOne<Person>().WithMany().HasForeignKey(step => step.ById).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

/// <summary>What every part of an incident has: its place within it.</summary>
internal abstract class IncidentPartConfiguration<TPart> : EntityConfiguration<TPart>
    where TPart : IncidentPart
{
    protected sealed override void ConfigureRecord(EntityTypeBuilder<TPart> builder)
    {
        builder.HasIndex(part => new { part.IncidentId, part.Number }).IsUnique();
        builder.HasOne<Incident>().WithMany().HasForeignKey(part => part.IncidentId).OnDelete(DeleteBehavior.Restrict);
        ConfigurePart(builder);
    }

    protected abstract void ConfigurePart(EntityTypeBuilder<TPart> builder);
}

internal sealed class ChronologyEntryConfiguration : IncidentPartConfiguration<ChronologyEntry>
{
    private const int HashLength = 64;

    protected override void ConfigurePart(EntityTypeBuilder<ChronologyEntry> builder)
    {
        builder.ToTable("ChronologyEntries");
        builder.Property(entry => entry.Kind).HasConversion<string>().HasMaxLength(40).IsUnicode(false);
        builder.Property(entry => entry.Text).HasMaxLength(-1);
        builder.Property(entry => entry.Salt).HasMaxLength(ChronologyEntry.SaltLength).IsUnicode(false);
        builder.Property(entry => entry.TextHash).HasMaxLength(HashLength).IsUnicode(false);
        builder.Property(entry => entry.PreviousHash).HasMaxLength(HashLength).IsUnicode(false);
        builder.Property(entry => entry.Hash).HasMaxLength(HashLength).IsUnicode(false);
        builder.Ignore(entry => entry.IsBackDated);
        builder.HasOne<Person>().WithMany().HasForeignKey(entry => entry.ById).OnDelete(DeleteBehavior.Restrict);
    }
}
