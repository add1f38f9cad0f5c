using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Accounts;

/// <summary>An account of the school in the register. Lifecycle: see <see cref="AccountStatus"/>.</summary>
public sealed partial class SocialMediaAccount : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "ACC";

    private readonly List<AccountAssignment> _assignments = [];

    private SocialMediaAccount()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>The application whose approval brought the account into being. One approval, one account: a unique index holds it.</summary>
    public int ApplicationId { get; private set; }

    /// <summary>Where it stands in its lifecycle.</summary>
    public AccountStatus Status { get; private set; }

    /// <summary>The name agreed, by the naming convention (clause ADM-2).</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where it is kept.</summary>
    public Platform Platform { get; private set; }

    /// <summary>The platform's name where <see cref="Platform"/> is <see cref="Accounts.Platform.Other"/> or a learning platform.</summary>
    public string PlatformName { get; private set; } = "";

    /// <summary>What kind of account it is.</summary>
    public AccountKind Kind { get; private set; }

    /// <summary>What it is for (clause BC-1).</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>Whom it is for (clause BC-2).</summary>
    public string Audience { get; private set; } = "";

    /// <summary>Open or closed (clause BC-5).</summary>
    public Openness Openness { get; private set; }

    /// <summary>Why open or closed.</summary>
    public string OpennessReason { get; private set; } = "";

    /// <summary>The settings agreed (clause ADM-1).</summary>
    public AgreedSettings Settings { get; private set; } = AgreedSettings.None;

    /// <summary>Who answers messages, and how.</summary>
    public string ResponseArrangements { get; private set; } = "";

    /// <summary>Where messages are forwarded to.</summary>
    public string ForwardingArrangements { get; private set; } = "";

    /// <summary>The conditions of the approval, or nothing.</summary>
    public string Conditions { get; private set; } = "";

    /// <summary>The impact assessment that is to cover it, or <see langword="null"/> where none was named (clause DP-2).</summary>
    public int? ImpactAssessmentId { get; private set; }

    /// <summary>When it was approved, UTC.</summary>
    public DateTime ApprovedAt { get; private set; }

    /// <summary>
    /// How often something happened to it. It makes a change to what hangs on the account (an assignment, a tick) a change of the account
    /// itself, so that its version decides a race.
    /// </summary>
    public int ChangeCount { get; private set; }

    /// <summary>Who administers it or posts to it.</summary>
    public IReadOnlyList<AccountAssignment> Assignments => _assignments;

    /// <summary>Enters an approved application in the register, with what was agreed.</summary>
    /// <param name="application">An approved application that is saved already.</param>
    /// <param name="by">The senior leader who approved it.</param>
    /// <param name="at">When, UTC.</param>
    /// <exception cref="InvalidOperationException">The application is not approved: calling this then is a bug.</exception>
    public static SocialMediaAccount FromApproval(AccountApplication application, Actor by, DateTime at)
    {
        if (application is not
            { Status: ApplicationStatus.Approved, Platform: { } platform, Kind: { } kind, Openness: { } openness })
        {
            throw new InvalidOperationException("Only an approved application comes into the register.");
        }

        var account = new SocialMediaAccount
        {
            ApplicationId = application.Id,
            Status = AccountStatus.AwaitingCreation,
            Name = application.ProposedName,
            Platform = platform,
            PlatformName = application.PlatformName,
            Kind = kind,
            Purpose = application.Aim,
            Audience = application.Audience,
            Openness = openness,
            OpennessReason = application.OpennessReason,
            Settings = application.Settings,
            ResponseArrangements = application.ResponseArrangements,
            ForwardingArrangements = application.ForwardingArrangements,
            Conditions = application.Conditions ?? "",
            ImpactAssessmentId = application.ImpactAssessmentId,
            ProcessesPersonalData = application.ProcessesPersonalData is not false,
            ApprovedAt = at,
        };
        account._assignments.AddRange(application.Administrators.Select(administrator => new AccountAssignment(
            administrator.PersonId,
            administrator.IsLead ? AssignmentRole.LeadAdministrator : AssignmentRole.DeputyAdministrator,
            at)));
        account.Record(new AccountEntered(application.Reference, by, at));
        return account;
    }

    /// <summary>Whether this person may change what was approved: a senior leader who does not run the account (SLT-6).</summary>
    public Result CheckMayChange(Actor by)
    {
        if (!by.Holds(Roles.SeniorLeader) || by.PersonId is not { } leaderId)
        {
            return AccountErrors.OnlySeniorLeaders;
        }

        if (_assignments.Exists(assignment => assignment.PersonId == leaderId && assignment.Until is null))
        {
            return AccountErrors.ChangedByAdministrator;
        }

        return Status == AccountStatus.Closed ? AccountErrors.Closed : Result.Done;
    }

    /// <summary>Changes whom the account is for, and whether it is open (BC-2, BC-5). Its impact assessment has to be looked at again.</summary>
    /// <param name="audience">Whom it is for from now on.</param>
    /// <param name="openness">Open or closed from now on.</param>
    /// <param name="opennessReason">Why open or closed.</param>
    /// <param name="because">Why it is changed.</param>
    /// <param name="by">A senior leader who does not run the account.</param>
    /// <param name="at">When, UTC.</param>
    public Result ChangeAudienceAndOpenness(string? audience, Openness? openness, string? opennessReason, string? because, Actor by, DateTime at)
    {
        if (CheckMayChange(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        var (who, whyOpen, why) = (PlainText.Clean(audience), PlainText.Clean(opennessReason), PlainText.Clean(because));
        (string Field, string Text, string Missing)[] answers =
        [
            (nameof(Audience), who, "Enter whom the account is for."),
            (nameof(OpennessReason), whyOpen, "Enter why it is to be open or closed."),
            ("Because", why, "Enter why you change it. It stays on the record."),
        ];
        foreach (var (field, text, missing) in answers)
        {
            if (text.Length == 0)
            {
                return AccountErrors.Missing(field, missing);
            }

            if (text.Length > AccountApplication.AnswerMaximumLength)
            {
                return AccountErrors.TooLong(field, AccountApplication.AnswerMaximumLength);
            }
        }

        if (openness is not { } chosen || !Enum.IsDefined(chosen))
        {
            return AccountErrors.Missing(nameof(Openness), "Choose whether the account is open or closed.");
        }

        var changes = new ChangeList()
            .Text("Intended audience", Audience, who)
            .Value("Open or closed", Openness.InWords(), chosen.InWords())
            .Text("Why open or closed", OpennessReason, whyOpen);
        if (!changes.Any)
        {
            return AccountErrors.NothingChanged;
        }

        if (chosen != Openness)
        {
            // What was ticked was something else: an administrator has to look at the platform again.
            _settingChecks.RemoveAll(check => check.Setting == AccountSetting.Openness);
        }

        (Audience, Openness, OpennessReason) = (who, chosen, whyOpen);
        Happened(new AccountMateriallyChanged(why, changes.Changes, by, at));
        return Result.Done;
    }

    /// <summary>Follows an assessment to the one that took its place: what is covered stays covered.</summary>
    public void FollowImpactAssessment(int successorId, Actor by, DateTime at)
    {
        if (ImpactAssessmentId is { } former && former != successorId)
        {
            ImpactAssessmentId = successorId;
            Record(new AccountFollowedImpactAssessment(
                Shared.Reference.Of(ImpactAssessment.ReferenceKind, former), Shared.Reference.Of(ImpactAssessment.ReferenceKind, successorId), by, at));
        }
    }

    private void Happened(DomainEvent happened)
    {
        ChangeCount++;
        Record(happened);
    }
}
