using System.Data.Common;
using System.Text.Json;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Alerts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Auditing;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.Declarations;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.Guidance;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Mentions;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.Monitoring;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Pupils;
using BrierleyHill.SocialGov.Domain.Readiness;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Training;
using BrierleyHill.SocialGov.Domain.Vault;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;

namespace BrierleyHill.SocialGov.Web.Data;

/// <summary>
/// The database. Saving turns the events that records have recorded into audit lines, offers them to the features' rules, and
/// commits records, audit, notifications and outgoing e-mail together or not at all.
/// </summary>
/// <param name="options">Provider and connection.</param>
/// <param name="rules">What follows from events.</param>
/// <param name="origin">Where the change comes from.</param>
public abstract class SocialGovDbContext(DbContextOptions options, IEnumerable<EventRule> rules, RequestOrigin origin)
    : IdentityUserContext<
        SignInAccount, int, IdentityUserClaim<int>, IdentityUserLogin<int>, IdentityUserToken<int>, SignInPasskey>(options)
{
    private readonly List<Happening> _noted = [];

    /// <summary>Everybody the school knows.</summary>
    public DbSet<Person> People => Set<Person>();

    /// <summary>One-time links for invitations and password resets.</summary>
    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    /// <summary>Business cases.</summary>
    public DbSet<AccountApplication> Applications => Set<AccountApplication>();

    /// <summary>The register.</summary>
    public DbSet<SocialMediaAccount> Accounts => Set<SocialMediaAccount>();

    /// <summary>The vault.</summary>
    public DbSet<StoredCredential> Credentials => Set<StoredCredential>();

    /// <summary>Who holds which role on the platforms themselves.</summary>
    public DbSet<PlatformRole> PlatformRoles => Set<PlatformRole>();

    /// <summary>Who was told that a secret is due for rotation.</summary>
    public DbSet<RotationReminder> RotationReminders => Set<RotationReminder>();

    /// <summary>Hand-overs.</summary>
    public DbSet<Handover> Handovers => Set<Handover>();

    /// <summary>Enquiries.</summary>
    public DbSet<Enquiry> Enquiries => Set<Enquiry>();

    /// <summary>E-mails of platforms that wait to be logged as enquiries.</summary>
    public DbSet<EnquiryDraft> EnquiryDrafts => Set<EnquiryDraft>();

    /// <summary>The deadlines about which alerts are raised.</summary>
    public DbSet<Deadline> Deadlines => Set<Deadline>();

    /// <summary>Bank holidays as the official list had them, a record for each year.</summary>
    public DbSet<OfficialBankHolidays> OfficialBankHolidays => Set<OfficialBankHolidays>();

    /// <summary>Bank holidays that were added or struck out by hand.</summary>
    public DbSet<CalendarCorrection> CalendarCorrections => Set<CalendarCorrection>();

    /// <summary>Days on which the school is closed.</summary>
    public DbSet<SchoolClosure> SchoolClosures => Set<SchoolClosure>();

    /// <summary>Private addresses of people's calendars.</summary>
    public DbSet<CalendarSubscription> CalendarSubscriptions => Set<CalendarSubscription>();
    /// <summary>The monitoring rotas of the accounts.</summary>
    public DbSet<MonitoringRota> MonitoringRotas => Set<MonitoringRota>();

    /// <summary>Monitoring checks.</summary>
    public DbSet<MonitoringCheck> MonitoringChecks => Set<MonitoringCheck>();

    /// <summary>What is to be done because of what checks found.</summary>
    public DbSet<MonitoringFollowUp> MonitoringFollowUps => Set<MonitoringFollowUp>();
    /// <summary>Public postings about the school.</summary>
    public DbSet<PublicMention> Mentions => Set<PublicMention>();

    /// <summary>The feeds that are watched for them.</summary>
    public DbSet<WatchedFeed> WatchedFeeds => Set<WatchedFeed>();

    /// <summary>Incidents. Who may know of which: <see cref="IncidentQueries"/>.</summary>
    public DbSet<Incident> Incidents => Set<Incident>();

    /// <summary>The chronologies of the incidents. Entries are added by saving alone.</summary>
    public DbSet<ChronologyEntry> ChronologyEntries => Set<ChronologyEntry>();

    /// <summary>Evidence of incidents.</summary>
    public DbSet<IncidentEvidence> IncidentEvidence => Set<IncidentEvidence>();
    /// <summary>Referrals of incidents to agencies.</summary>
    public DbSet<Referral> Referrals => Set<Referral>();

    /// <summary>Personal data breaches of incidents.</summary>
    public DbSet<PersonalDataBreach> PersonalDataBreaches => Set<PersonalDataBreach>();

    /// <summary>Reviews of content by two people.</summary>
    public DbSet<ContentReview> ContentReviews => Set<ContentReview>();

    /// <summary>Pupils, with their consents.</summary>
    public DbSet<Pupil> Pupils => Set<Pupil>();

    /// <summary>How far the mailbox of the platforms' e-mails has been read.</summary>
    public DbSet<MailboxPosition> MailboxPositions => Set<MailboxPosition>();

    /// <summary>Impact assessments.</summary>
    public DbSet<ImpactAssessment> ImpactAssessments => Set<ImpactAssessment>();

    /// <summary>The risks that impact assessments can copy.</summary>
    public DbSet<LibraryRisk> LibraryRisks => Set<LibraryRisk>();

    /// <summary>What people declared about their own accounts.</summary>
    public DbSet<PersonalAccountDeclaration> Declarations => Set<PersonalAccountDeclaration>();

    /// <summary>The pages of guidance that were changed.</summary>
    public DbSet<GuidancePage> GuidancePages => Set<GuidancePage>();

    /// <summary>Who was reminded of what they miss before they are ready.</summary>
    public DbSet<ReadinessReminder> ReadinessReminders => Set<ReadinessReminder>();

    /// <summary>Training courses.</summary>
    public DbSet<TrainingCourse> TrainingCourses => Set<TrainingCourse>();

    /// <summary>Sessions of training courses.</summary>
    public DbSet<TrainingSession> TrainingSessions => Set<TrainingSession>();

    /// <summary>Who was trained, and when.</summary>
    public DbSet<TrainingRecord> TrainingRecords => Set<TrainingRecord>();

    /// <summary>Files that people handed in.</summary>
    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    /// <summary>The versions of the policy.</summary>
    public DbSet<PolicyVersion> PolicyVersions => Set<PolicyVersion>();

    /// <summary>Who acknowledged which version of the policy.</summary>
    public DbSet<Acknowledgement> Acknowledgements => Set<Acknowledgement>();

    /// <summary>Links by which people without a sign-in acknowledge the policy.</summary>
    public DbSet<AcknowledgementRequest> AcknowledgementRequests => Set<AcknowledgementRequest>();

    /// <summary>The audit. Lines are added by saving alone.</summary>
    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    /// <summary>The end of the audit's chain: one row.</summary>
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    /// <summary>What people are told in the portal.</summary>
    public DbSet<Notification> Notifications => Set<Notification>();

    /// <summary>The outbox.</summary>
    public DbSet<OutgoingEmail> OutgoingEmails => Set<OutgoingEmail>();

    /// <summary>What waits for people's morning summaries.</summary>
    public DbSet<SummaryLine> SummaryLines => Set<SummaryLine>();

    /// <summary>Forms that were acted upon.</summary>
    public DbSet<FormSubmission> FormSubmissions => Set<FormSubmission>();

    /// <summary>Which instance runs which job.</summary>
    public DbSet<JobLease> JobLeases => Set<JobLease>();

    /// <summary>The runs of the jobs.</summary>
    public DbSet<JobRun> JobRuns => Set<JobRun>();

    /// <summary>The stamp of what requests share: one row.</summary>
    public DbSet<SchoolFactsStamp> SchoolFactsStamps => Set<SchoolFactsStamp>();

    /// <summary>Gives something that requests share, or reads it: see <see cref="SchoolFacts"/>. Outside a request, and after a change within it, it is read.</summary>
    internal Task<T> KnownAsync<T>(string name, Func<Task<T>> read)
        where T : class => origin.Facts is { } facts ? facts.GetAsync(name, origin.FactsStamp, read) : read();

    /// <summary>
    /// Notes something that happened without changing a record: a sign-in, a refusal, a sensitive view. It is written to the
    /// audit with the next save.
    /// </summary>
    /// <param name="happened">What happened.</param>
    /// <param name="record">The record that it happened to, if there is one.</param>
    /// <param name="about">The reference that the line carries, where no record is at hand.</param>
    public void Note(DomainEvent happened, Entity? record = null, string? about = null) => _noted.Add(new Happening(record, happened, about));

    /// <summary>
    /// Saves, and tells a lost race as a refusal: somebody else saved the record after it was read. The context is then empty
    /// again, so that the record can be read anew. The one-use form has not been acted upon then: a use case may try once more with it.
    /// </summary>
    public async Task<Result> TrySaveAsync(CancellationToken cancellationToken = default)
    {
        var submission = Database.CurrentTransaction is null ? origin.Submission : null;
        try
        {
            await SaveChangesAsync(cancellationToken);
            return Result.Done;
        }
        catch (DbUpdateException refused)
        {
            // The loser of a race may meet a unique index before it meets the version: an account for the same approval, say.
            if (refused is not DbUpdateConcurrencyException && !await IsOvertakenAsync(cancellationToken))
            {
                throw;
            }

            _noted.Clear();
            ChangeTracker.Clear();
            origin.Submission ??= submission;
            return Error.Stale;
        }
    }

    /// <summary>
    /// Tells a form that was acted upon by now from one that was not. Of a double click the second may find the record as the first left it, and would be told
    /// that somebody decided already.
    /// </summary>
    /// <exception cref="RepeatedSubmissionException">The same form was acted upon by another request.</exception>
    public async Task RefuseRepetitionAsync(CancellationToken cancellationToken)
    {
        if (origin.Submission is { } submission && await FormSubmissions.AnyAsync(earlier => earlier.FormHash == submission.FormHash, cancellationToken))
        {
            origin.Submission = null;
            throw new RepeatedSubmissionException("This form was sent before and has been acted upon.");
        }
    }

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">Always: only the asynchronous save writes the audit.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save asynchronously: that is what writes the audit.");

    /// <inheritdoc />
    /// <exception cref="RepeatedSubmissionException">The same form was acted upon before.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        IDbContextTransaction? own = Database.CurrentTransaction is null
            ? await Database.BeginTransactionAsync(cancellationToken)
            : null;
        try
        {
            await TakeSubmissionAsync(cancellationToken);
            var saved = await SaveRecordsAsync(acceptAllChangesOnSuccess, cancellationToken);
            var happened = new List<Happening>();
            while (TakeEvents() is { Count: > 0 } batch)
            {
                happened.AddRange(batch);
                foreach (var (record, what, _) in batch)
                {
                    foreach (var rule in rules)
                    {
                        await rule.OfferAsync(record, what, this, cancellationToken);
                    }
                }

                saved += await SaveRecordsAsync(acceptAllChangesOnSuccess, cancellationToken);
            }

            if (happened.Count > 0)
            {
                await AppendToAuditAsync(happened, cancellationToken);
                await SaveWhatIsKnownAsync(acceptAllChangesOnSuccess, cancellationToken);
            }

            if (own is not null)
            {
                await own.CommitAsync(cancellationToken);
            }

            return saved;
        }
        finally
        {
            if (own is not null)
            {
                await own.DisposeAsync();
            }
        }
    }

    /// <inheritdoc />
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcOffsetConverter>();
        configurationBuilder.Properties<string>().HaveMaxLength(2000);
        base.ConfigureConventions(configurationBuilder);
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(SocialGovDbContext).Assembly);
    }

    private async Task<bool> IsOvertakenAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in ChangeTracker.Entries<Entity>().Where(entry => entry.State == EntityState.Modified).ToList())
        {
            var version = entry.Property(record => record.Version);
            if (await entry.GetDatabaseValuesAsync(cancellationToken) is not { } saved || saved.GetValue<int>(version.Metadata) != version.OriginalValue)
            {
                return true;
            }
        }

        // Somebody else planned the rota of the same account.
        var planned = ChangeTracker.Entries<MonitoringRota>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity.AccountId).ToList();
        if (planned.Count > 0 && await MonitoringRotas.AsNoTracking().AnyAsync(rota => planned.Contains(rota.AccountId), cancellationToken))
        {
            return true;
        }

        // Somebody else drew the same number for an incident.
        var drawn = ChangeTracker.Entries<Incident>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity.Id).ToList();
        if (drawn.Count > 0 && await Incidents.AsNoTracking().AnyAsync(incident => drawn.Contains(incident.Id), cancellationToken))
        {
            return true;
        }

        // Somebody else handed in the same file, or another one that took the number.
        foreach (var handedIn in ChangeTracker.Entries<IncidentEvidence>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).ToList())
        {
            if (await IncidentEvidence.AsNoTracking().AnyAsync(
                evidence => evidence.IncidentId == handedIn.IncidentId && (evidence.Number == handedIn.Number || evidence.KeptSha256 == handedIn.KeptSha256),
                cancellationToken))
            {
                return true;
            }
        }

        // The same person handed in the same file in two windows.
        foreach (var again in ChangeTracker.Entries<EvidenceReceipt>().Where(entry => entry.State == EntityState.Added).ToList())
        {
            var (id, by) = ((int)again.Property("EvidenceId").CurrentValue!, again.Entity.GivenById);
            if (await IncidentEvidence.AsNoTracking().AnyAsync(evidence => evidence.Id == id && evidence.Receipts.Any(receipt => receipt.GivenById == by), cancellationToken))
            {
                return true;
            }
        }

        // Somebody else added a part of the same kind to the same incident: it has the number.
        foreach (var part in ChangeTracker.Entries<IncidentPart>().Where(entry => entry.State == EntityState.Added && entry.Entity is Referral or PersonalDataBreach or ContentReview).Select(entry => entry.Entity).ToList())
        {
            var isTaken = part switch
            {
                Referral => await Referrals.AsNoTracking().AnyAsync(other => other.IncidentId == part.IncidentId && other.Number == part.Number, cancellationToken),
                PersonalDataBreach => await PersonalDataBreaches.AsNoTracking().AnyAsync(other => other.IncidentId == part.IncidentId && other.Number == part.Number, cancellationToken),
                _ => await ContentReviews.AsNoTracking().AnyAsync(other => other.IncidentId == part.IncidentId && other.Number == part.Number, cancellationToken),
            };
            if (isTaken)
            {
                return true;
            }
        }

        // Somebody else opened the same hand-over: a leaving date and an assignment, say, recorded at the same moment.
        var opened = ChangeTracker.Entries<Handover>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity.OpenKey).ToList();
        return opened.Count > 0 && await Handovers.AsNoTracking().AnyAsync(handover => opened.Contains(handover.OpenKey), cancellationToken);
    }

    private async Task TakeSubmissionAsync(CancellationToken cancellationToken)
    {
        if (origin.Submission is not { } submission)
        {
            return;
        }

        origin.Submission = null;
        try
        {
            await Database.ExecuteSqlAsync(
                $"""
                 INSERT INTO "FormSubmissions" ("FormHash", "PersonId", "ReceivedAt", "Outcome")
                 VALUES ({submission.FormHash}, {submission.PersonId}, {submission.ReceivedAt}, NULL)
                 """,
                cancellationToken);
        }
        catch (DbException refused)
        {
            if (!await FormSubmissions.AnyAsync(earlier => earlier.FormHash == submission.FormHash, cancellationToken))
            {
                throw;
            }

            throw new RepeatedSubmissionException("This form was sent before and has been acted upon.", refused);
        }
    }

    private async Task<int> SaveRecordsAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        ChangeTracker.DetectChanges();
        if (EntriesThatAreKnown().Any(SchoolFacts.AreChangedBy))
        {
            origin.FactsStamp = null;
            var another = Guid.NewGuid();
            await SchoolFactsStamps.ExecuteUpdateAsync(stamp => stamp.SetProperty(row => row.Stamp, another), cancellationToken);
        }

        foreach (var entry in EntriesThatAreKnown().Where(entry => entry is { State: EntityState.Modified, Entity: Entity }))
        {
            var version = entry.Property(nameof(Entity.Version));
            version.CurrentValue = (int)version.OriginalValue! + 1;
        }

        return await SaveWhatIsKnownAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    // Looking for changes compares every property of every tracked record. A save would do it six times over; once before each write is enough.
    private List<EntityEntry> EntriesThatAreKnown()
    {
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return [.. ChangeTracker.Entries()];
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private async Task<int> SaveWhatIsKnownAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private List<Happening> TakeEvents()
    {
        List<Happening> taken =
        [
            .. EntriesThatAreKnown().Select(entry => entry.Entity).OfType<Entity>()
                .Where(record => record.UnsavedEvents.Count > 0)
                .OrderBy(record => record.UnsavedSince)
                .ToList()
                .SelectMany(record => record.TakeEvents().Select(happened => new Happening(record, happened, null))),
            .. _noted,
        ];
        _noted.Clear();
        return taken;
    }

    /// <summary>
    /// Adds the lines to the end of the chain. The head is moved before it is read: the row stays locked until the transaction
    /// ends, so two savers cannot write the same number.
    /// </summary>
    private async Task AppendToAuditAsync(List<Happening> happened, CancellationToken cancellationToken)
    {
        await AuditHeads.ExecuteUpdateAsync(
            head => head.SetProperty(row => row.Sequence, row => row.Sequence + happened.Count), cancellationToken);
        var end = await AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
        var (sequence, hash) = (end.Sequence - happened.Count, end.Hash);
        foreach (var (record, what, about) in happened)
        {
            var line = new AuditEvent(++sequence, hash, new AuditContent(
                what.At,
                what.GetType().Name,
                what.By.PersonId,
                what.By.Name,
                record?.GetType().Name,
                record?.Id,
                record?.AuditReference ?? about,
                what.Reason,
                what.Changes.Count == 0 ? null : JsonSerializer.Serialize(what.Changes, JsonSerializerOptions.Web),
                origin.CorrelationId,
                origin.RemoteAddress));
            AuditEvents.Add(line);
            hash = line.Hash;
        }

        await AuditHeads.ExecuteUpdateAsync(head => head.SetProperty(row => row.Hash, hash), cancellationToken);
    }

    private sealed record Happening(Entity? Record, DomainEvent What, string? About);
}
