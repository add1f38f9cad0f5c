using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Applications;

/// <summary>
/// The business case for an account (clauses BC-1 to BC-6, SLT-5, SLT-6, ADM-2). It owns what is asked, who may change it when,
/// and who may decide. Lifecycle: see <see cref="ApplicationStatus"/>.
/// </summary>
public sealed class AccountApplication : Entity
{
    /// <summary>The letters of the reference.</summary>
    public const string ReferenceKind = "APP";

    /// <summary>Longest proposed name or platform name, in characters.</summary>
    public const int NameMaximumLength = 100;

    /// <summary>Longest free answer, in characters.</summary>
    public const int AnswerMaximumLength = 2000;

    /// <summary>Longest reasons, conditions and notes, in characters.</summary>
    public const int ReasonsMaximumLength = 2000;

    /// <summary>The fewest administrators an account may have (clause BC-4).</summary>
    public const int FewestAdministrators = 2;

    /// <summary>The most administrators that can be named.</summary>
    public const int MostAdministrators = 10;

    private readonly List<ProposedAdministrator> _administrators = [];
    private readonly List<ApplicationSubmission> _submissions = [];
    private readonly List<ApplicationDecision> _decisions = [];

    private AccountApplication()
    {
    }

    /// <inheritdoc />
    public override string Reference => ReferenceOf(ReferenceKind);

    /// <summary>Who wrote it.</summary>
    public int ApplicantId { get; private set; }

    /// <summary>Where it stands.</summary>
    public ApplicationStatus Status { get; private set; }

    /// <summary>When it was begun, UTC.</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>When anything about it last changed, UTC.</summary>
    public DateTime LastChangedAt { get; private set; }

    /// <summary>When its present status began, UTC. How long it has waited counts from here.</summary>
    public DateTime StatusSince { get; private set; }

    /// <summary>When it was last chased in its present status, UTC.</summary>
    public DateTime? LastChasedAt { get; private set; }

    /// <summary>The platform.</summary>
    public Platform? Platform { get; private set; }

    /// <summary>The platform's name, where it is not one that the form offers, and which learning platform it is.</summary>
    public string PlatformName { get; private set; } = "";

    /// <summary>What kind of account.</summary>
    public AccountKind? Kind { get; private set; }

    /// <summary>The name proposed for the account.</summary>
    public string ProposedName { get; private set; } = "";

    /// <summary>The name as it was last submitted: what everybody but the applicant knows it by.</summary>
    public string SubmittedName { get; private set; } = "";

    /// <summary>The platform as it was last submitted.</summary>
    public Platform? SubmittedPlatform { get; private set; }

    /// <summary>Why a name that looks like a person's is innocent.</summary>
    public string NameExplanation { get; private set; } = "";

    /// <summary>The aim (BC-1).</summary>
    public string Aim { get; private set; } = "";

    /// <summary>The intended audience (BC-2).</summary>
    public string Audience { get; private set; } = "";

    /// <summary>How it will be promoted (BC-3).</summary>
    public string Promotion { get; private set; } = "";

    /// <summary>Open or closed (BC-5).</summary>
    public Openness? Openness { get; private set; }

    /// <summary>Why open or closed (BC-5).</summary>
    public string OpennessReason { get; private set; } = "";

    /// <summary>The settings asked for.</summary>
    public AgreedSettings Settings { get; private set; } = AgreedSettings.None;

    /// <summary>Who answers messages and comments, and how fast.</summary>
    public string ResponseArrangements { get; private set; } = "";

    /// <summary>Where messages are forwarded to.</summary>
    public string ForwardingArrangements { get; private set; } = "";

    /// <summary>Whether personal data will be processed.</summary>
    public bool? ProcessesPersonalData { get; private set; }

    /// <summary>Whose personal data and which.</summary>
    public string PersonalData { get; private set; } = "";

    /// <summary>The impact assessment that is to cover it, or <see langword="null"/> while there is none.</summary>
    public int? ImpactAssessmentId { get; private set; }

    /// <summary>The people who are to run the account, the lead first (BC-4).</summary>
    public IReadOnlyList<ProposedAdministrator> Administrators =>
        [.. _administrators.OrderByDescending(administrator => administrator.IsLead).ThenBy(administrator => administrator.PersonId)];

    /// <summary>Every submission, oldest first.</summary>
    public IReadOnlyList<ApplicationSubmission> Submissions => _submissions;

    /// <summary>Every decision, oldest first.</summary>
    public IReadOnlyList<ApplicationDecision> Decisions => _decisions;

    /// <summary>The conditions of the approval, where there is one and it has any.</summary>
    public string? Conditions => Status == ApplicationStatus.Approved ? _decisions[^1].Reasons : null;

    /// <summary>Whether it still waits for a decision or for its applicant.</summary>
    public bool IsUndecided => Status is ApplicationStatus.Draft or ApplicationStatus.Submitted or ApplicationStatus.ChangesRequested;

    /// <summary>Whether its applicant can edit it now.</summary>
    public bool IsEditable => Status is ApplicationStatus.Draft or ApplicationStatus.ChangesRequested;

    /// <summary>Begins a business case.</summary>
    /// <param name="applicant">Whoever is signed in: every member of staff may apply.</param>
    /// <param name="at">When, UTC.</param>
    /// <exception cref="ArgumentException">The actor is not a person.</exception>
    public static AccountApplication Start(Actor applicant, DateTime at)
    {
        var application = new AccountApplication
        {
            ApplicantId = applicant.PersonId ?? throw new ArgumentException("A business case is begun by a person.", nameof(applicant)),
            Status = ApplicationStatus.Draft,
            StartedAt = at,
            StatusSince = at,
            LastChangedAt = at,
        };
        application.Record(new ApplicationStarted(applicant, at));
        return application;
    }

    /// <summary>Saves platform, kind and name. Anything may still be missing: a draft is saved as far as it is.</summary>
    public Result AnswerPlatformAndName(Platform? platform, string? platformName, AccountKind? kind, string? proposedName, string? explanation, Actor by, DateTime at)
    {
        var (newPlatformName, name, because) = (PlainText.CleanLine(platformName), PlainText.CleanLine(proposedName), PlainText.Clean(explanation));
        if (CheckMayEdit(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (platform is { } chosen && !Enum.IsDefined(chosen))
        {
            return ApplicationErrors.NotAChoice(nameof(Platform));
        }

        if (kind is { } chosenKind && !Enum.IsDefined(chosenKind))
        {
            return ApplicationErrors.NotAChoice(nameof(Kind));
        }

        if (newPlatformName.Length > NameMaximumLength)
        {
            return ApplicationErrors.TooLong(nameof(PlatformName), NameMaximumLength);
        }

        if (name.Length > NameMaximumLength)
        {
            return ApplicationErrors.TooLong(nameof(ProposedName), NameMaximumLength);
        }

        if (because.Length > AnswerMaximumLength)
        {
            return ApplicationErrors.TooLong(nameof(NameExplanation), AnswerMaximumLength);
        }

        var changes = new ChangeList()
            .Value("Platform", Platform.InWords(), platform.InWords())
            .Value("Name of the platform", PlatformName, newPlatformName)
            .Value("Kind", Kind.InWords(), kind.InWords())
            .Value("Proposed name", ProposedName, name)
            .Text("Why the name is innocent", NameExplanation, because);
        (Platform, PlatformName, Kind, ProposedName, NameExplanation) = (platform, newPlatformName, kind, name, because);
        return Saved(ApplicationSection.PlatformAndName, changes, by, at);
    }

    /// <summary>Saves the aim (BC-1).</summary>
    public Result AnswerAim(string? aim, Actor by, DateTime at)
    {
        var text = PlainText.Clean(aim);
        if (CheckMayEdit(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (text.Length > AnswerMaximumLength)
        {
            return ApplicationErrors.TooLong(nameof(Aim), AnswerMaximumLength);
        }

        var changes = new ChangeList().Text("Aim", Aim, text);
        Aim = text;
        return Saved(ApplicationSection.Aim, changes, by, at);
    }

    /// <summary>Saves audience and promotion (BC-2, BC-3).</summary>
    public Result AnswerAudience(string? audience, string? promotion, Actor by, DateTime at)
    {
        var (who, how) = (PlainText.Clean(audience), PlainText.Clean(promotion));
        if (CheckMayEdit(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (who.Length > AnswerMaximumLength)
        {
            return ApplicationErrors.TooLong(nameof(Audience), AnswerMaximumLength);
        }

        if (how.Length > AnswerMaximumLength)
        {
            return ApplicationErrors.TooLong(nameof(Promotion), AnswerMaximumLength);
        }

        var changes = new ChangeList().Text("Intended audience", Audience, who).Text("Promotion", Promotion, how);
        (Audience, Promotion) = (who, how);
        return Saved(ApplicationSection.Audience, changes, by, at);
    }

    /// <summary>Saves who is to run the account (BC-4).</summary>
    /// <param name="leadId">The lead administrator, or <see langword="null"/> while there is none.</param>
    /// <param name="deputyIds">The other administrators.</param>
    /// <param name="directory">Everybody the school knows: a number that is not in it is refused.</param>
    /// <param name="by">The applicant.</param>
    /// <param name="at">When, UTC.</param>
    public Result NameAdministrators(int? leadId, IReadOnlyList<int> deputyIds, PeopleDirectory directory, Actor by, DateTime at)
    {
        if (CheckMayEdit(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        List<int> named = leadId is { } lead ? [lead, .. deputyIds] : [.. deputyIds];
        if (named.Count > MostAdministrators)
        {
            return ApplicationErrors.AdministratorsWrong($"Name {MostAdministrators} administrators at the most.");
        }

        if (named.Distinct().Count() != named.Count)
        {
            return ApplicationErrors.AdministratorsWrong("Name each person only once: the lead and the other administrators are different people.");
        }

        if (named.Exists(id => directory.Find(id) is null))
        {
            return ApplicationErrors.AdministratorsWrong("Choose administrators from the list. One of those sent is not in the people directory.");
        }

        if (named.Find(id => !directory.IsActive(id)) is var inactive and not 0)
        {
            return ApplicationErrors.AdministratorsWrong(
                $"{directory.NameOf(inactive)} cannot sign in to the portal at present. Choose somebody who is active, or ask a portal manager.");
        }

        var before = DescribeAdministrators(directory);
        // The order in which the others were ticked, or come from the database, means nothing.
        var same = _administrators.Select(administrator => (administrator.PersonId, administrator.IsLead)).ToHashSet()
            .SetEquals(named.Select(id => (id, id == leadId)));
        if (!same)
        {
            _administrators.Clear();
            _administrators.AddRange(named.Select(id => new ProposedAdministrator(id, id == leadId)));
        }

        var changes = new ChangeList().Value("Administrators", before, DescribeAdministrators(directory));
        return Saved(ApplicationSection.Administrators, changes, by, at);
    }

    /// <summary>Saves open or closed, and why (BC-5).</summary>
    public Result AnswerOpenness(Openness? openness, string? reason, Actor by, DateTime at)
    {
        var because = PlainText.Clean(reason);
        if (CheckMayEdit(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (openness is { } chosen && !Enum.IsDefined(chosen))
        {
            return ApplicationErrors.NotAChoice(nameof(Openness));
        }

        if (because.Length > AnswerMaximumLength)
        {
            return ApplicationErrors.TooLong(nameof(OpennessReason), AnswerMaximumLength);
        }

        var changes = new ChangeList().Value("Open or closed", Openness.InWords(), openness.InWords()).Text("Reason", OpennessReason, because);
        (Openness, OpennessReason) = (openness, because);
        return Saved(ApplicationSection.Openness, changes, by, at);
    }

    /// <summary>Saves the settings asked for (SLT-6).</summary>
    public Result AnswerSettings(AgreedSettings settings, Actor by, DateTime at)
    {
        if (CheckMayEdit(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        (string Field, WhoMay? Chosen)[] choices =
        [
            (nameof(AgreedSettings.Comments), settings.Comments),
            (nameof(AgreedSettings.Following), settings.Following),
            (nameof(AgreedSettings.Tagging), settings.Tagging),
            (nameof(AgreedSettings.DirectMessages), settings.DirectMessages),
        ];
        foreach (var (field, choice) in choices)
        {
            if (choice is { } chosen && !Enum.IsDefined(chosen))
            {
                return ApplicationErrors.NotAChoice(field);
            }
        }

        var changes = new ChangeList();
        foreach (var ((setting, before), (_, after)) in Settings.InWords().Zip(settings.InWords()))
        {
            changes.Value(setting, before, after);
        }

        Settings = settings;
        return Saved(ApplicationSection.Settings, changes, by, at);
    }

    /// <summary>Saves how messages are answered and forwarded (SLT-6).</summary>
    public Result AnswerMessages(string? response, string? forwarding, Actor by, DateTime at)
    {
        var (answering, passingOn) = (PlainText.Clean(response), PlainText.Clean(forwarding));
        if (CheckMayEdit(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (answering.Length > AnswerMaximumLength)
        {
            return ApplicationErrors.TooLong(nameof(ResponseArrangements), AnswerMaximumLength);
        }

        if (passingOn.Length > AnswerMaximumLength)
        {
            return ApplicationErrors.TooLong(nameof(ForwardingArrangements), AnswerMaximumLength);
        }

        var changes = new ChangeList()
            .Text("Response to messages", ResponseArrangements, answering)
            .Text("Forwarding of messages", ForwardingArrangements, passingOn);
        (ResponseArrangements, ForwardingArrangements) = (answering, passingOn);
        return Saved(ApplicationSection.Messages, changes, by, at);
    }

    /// <summary>Saves whether personal data is processed, whose, and which impact assessment covers it (DP-2).</summary>
    /// <param name="processes">Whether personal data will be processed.</param>
    /// <param name="personalData">Whose, and which.</param>
    /// <param name="impactAssessmentId">The assessment, or <see langword="null"/> while there is none.</param>
    /// <param name="offered">The assessments that the applicant can choose from: another one is refused, unless it is named already.</param>
    /// <param name="by">The applicant.</param>
    /// <param name="at">When, UTC.</param>
    public Result AnswerPersonalData(
        bool? processes, string? personalData, int? impactAssessmentId, IReadOnlyCollection<int> offered, Actor by, DateTime at)
    {
        var (whose, covering) = (PlainText.Clean(personalData), impactAssessmentId);
        if (CheckMayEdit(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (whose.Length > AnswerMaximumLength)
        {
            return ApplicationErrors.TooLong(nameof(PersonalData), AnswerMaximumLength);
        }

        if (processes != true)
        {
            (whose, covering) = ("", null);
        }

        if (covering is { } named && named != ImpactAssessmentId && !offered.Contains(named))
        {
            return ApplicationErrors.NotAChoice(nameof(ImpactAssessmentId));
        }

        var changes = new ChangeList()
            .Value("Personal data will be processed", InWords(ProcessesPersonalData), InWords(processes))
            .Text("Whose personal data", PersonalData, whose)
            .Value("Impact assessment", AssessmentReference(ImpactAssessmentId), AssessmentReference(covering));
        (ProcessesPersonalData, PersonalData, ImpactAssessmentId) = (processes, whose, covering);
        return Saved(ApplicationSection.PersonalData, changes, by, at);
    }

    /// <summary>Names the assessment that was written for this business case, as soon as it is begun.</summary>
    public Result NameImpactAssessment(int impactAssessmentId, Actor by, DateTime at) =>
        AnswerPersonalData(true, PersonalData, impactAssessmentId, [impactAssessmentId], by, at);

    /// <summary>
    /// Follows an assessment to the one that took its place, whatever the status: what is covered stays covered. Nothing that the
    /// applicant answered changes by it.
    /// </summary>
    public void FollowImpactAssessment(int successorId, Actor by, DateTime at)
    {
        if (ImpactAssessmentId is { } former && former != successorId)
        {
            ImpactAssessmentId = successorId;
            Record(new ApplicationFollowedImpactAssessment(AssessmentReference(former)!, AssessmentReference(successorId)!, by, at));
        }
    }

    /// <summary>People whose name stands in the proposed name (ADM-2).</summary>
    public IReadOnlyList<NamingHit> NamingHits(PeopleDirectory directory) => NamingConvention.Check(ProposedName, directory.Names);

    /// <summary>What is missing or wrong before this can be submitted, in the order of the task list.</summary>
    public IReadOnlyList<MissingAnswer> Missing(PeopleDirectory directory)
    {
        var missing = new List<MissingAnswer>();
        void Need(bool there, ApplicationSection section, string field, string message)
        {
            if (!there)
            {
                missing.Add(new MissingAnswer(section, field, message));
            }
        }

        Need(Platform is not null, ApplicationSection.PlatformAndName, nameof(Platform), "Choose the platform.");
        Need(!NeedsPlatformName || PlatformName.Length > 0, ApplicationSection.PlatformAndName, nameof(PlatformName), "Enter which platform it is.");
        Need(Kind is not null, ApplicationSection.PlatformAndName, nameof(Kind), "Choose what kind of account it is.");
        Need(ProposedName.Length > 0, ApplicationSection.PlatformAndName, nameof(ProposedName), "Enter the name you propose for the account.");
        if (NameExplanation.Length == 0)
        {
            foreach (var hit in NamingHits(directory))
            {
                Need(false, ApplicationSection.PlatformAndName, nameof(NameExplanation),
                    $"The proposed name contains “{hit.MatchedWords}”, as in {hit.PersonName}. Accounts are named after a department, activity or subject: change the name, or explain why the word is innocent.");
            }
        }

        Need(Aim.Length > 0, ApplicationSection.Aim, nameof(Aim), "Enter what the account is for.");
        Need(Audience.Length > 0, ApplicationSection.Audience, nameof(Audience), "Enter whom the account is for.");
        Need(Promotion.Length > 0, ApplicationSection.Audience, nameof(Promotion), "Enter how people will hear of the account.");
        Need(_administrators.Exists(administrator => administrator.IsLead), ApplicationSection.Administrators, "LeadId", "Choose the lead administrator.");
        Need(_administrators.Count >= FewestAdministrators, ApplicationSection.Administrators, "DeputyIds", "Name at least two administrators.");
        foreach (var administrator in _administrators.Where(administrator => !directory.IsActive(administrator.PersonId)))
        {
            Need(false, ApplicationSection.Administrators, administrator.IsLead ? "LeadId" : "DeputyIds",
                $"{directory.NameOf(administrator.PersonId)} is named as an administrator but is no longer active. Name somebody else.");
        }

        Need(Openness is not null, ApplicationSection.Openness, nameof(Openness), "Choose whether the account is open or closed.");
        Need(OpennessReason.Length > 0, ApplicationSection.Openness, nameof(OpennessReason), "Enter why it is to be open or closed.");
        Need(Settings.Comments is not null, ApplicationSection.Settings, nameof(AgreedSettings.Comments), "Choose who may comment.");
        Need(Settings.Following is not null, ApplicationSection.Settings, nameof(AgreedSettings.Following), "Choose who may follow or join.");
        Need(Settings.Tagging is not null, ApplicationSection.Settings, nameof(AgreedSettings.Tagging), "Choose who may tag people in pictures.");
        Need(Settings.FollowersApproved is not null, ApplicationSection.Settings, nameof(AgreedSettings.FollowersApproved), "Choose whether followers are approved one by one.");
        Need(Settings.PostsApproved is not null, ApplicationSection.Settings, nameof(AgreedSettings.PostsApproved), "Choose whether posts and comments by others are approved before they show.");
        Need(Settings.DirectMessages is not null, ApplicationSection.Settings, nameof(AgreedSettings.DirectMessages), "Choose who may send direct messages.");
        Need(ResponseArrangements.Length > 0, ApplicationSection.Messages, nameof(ResponseArrangements), "Enter who answers messages and comments, and how fast.");
        Need(ForwardingArrangements.Length > 0, ApplicationSection.Messages, nameof(ForwardingArrangements), "Enter where messages are forwarded to.");
        Need(ProcessesPersonalData is not null, ApplicationSection.PersonalData, nameof(ProcessesPersonalData), "Choose whether personal data will be processed.");
        Need(ProcessesPersonalData != true || PersonalData.Length > 0, ApplicationSection.PersonalData, nameof(PersonalData), "Enter whose personal data it is, and which.");
        return missing;
    }

    /// <summary>How far a section is.</summary>
    public SectionProgress ProgressOf(ApplicationSection section, PeopleDirectory directory)
    {
        var anyAnswer = Answers(directory).Any(answer => answer.Section == section && answer.Answer is not null);
        var anyMissing = Missing(directory).Any(missing => missing.Section == section);
        return (anyAnswer, anyMissing) switch
        {
            (false, true) => SectionProgress.NotStarted,
            (_, false) => SectionProgress.Completed,
            (true, true) => SectionProgress.InProgress,
        };
    }

    /// <summary>Every question with its answer, as people read it, in the order of the task list.</summary>
    public IReadOnlyList<ApplicationAnswer> Answers(PeopleDirectory directory)
    {
        var answers = new List<ApplicationAnswer>();
        void Add(ApplicationSection section, string question, string? answer) =>
            answers.Add(new ApplicationAnswer(section, question, string.IsNullOrEmpty(answer) ? null : answer));

        Add(ApplicationSection.PlatformAndName, "Platform", Platform.InWords());
        if (NeedsPlatformName)
        {
            Add(ApplicationSection.PlatformAndName, "Name of the platform", PlatformName);
        }

        Add(ApplicationSection.PlatformAndName, "Kind", Kind.InWords());
        Add(ApplicationSection.PlatformAndName, "Proposed name", ProposedName);
        if (NameExplanation.Length > 0)
        {
            Add(ApplicationSection.PlatformAndName, "Why the name is innocent", NameExplanation);
        }

        Add(ApplicationSection.Aim, "Aim", Aim);
        Add(ApplicationSection.Audience, "Intended audience", Audience);
        Add(ApplicationSection.Audience, "Promotion", Promotion);
        Add(ApplicationSection.Administrators, "Lead administrator",
            string.Join(", ", _administrators.Where(administrator => administrator.IsLead).Select(administrator => directory.NameOf(administrator.PersonId))));
        Add(ApplicationSection.Administrators, "Other administrators",
            string.Join(", ", Administrators.Where(administrator => !administrator.IsLead).Select(administrator => directory.NameOf(administrator.PersonId))));
        Add(ApplicationSection.Openness, "Open or closed", Openness.InWords());
        Add(ApplicationSection.Openness, "Why open or closed", OpennessReason);
        foreach (var (setting, agreed) in Settings.InWords())
        {
            Add(ApplicationSection.Settings, setting, agreed);
        }

        Add(ApplicationSection.Messages, "Response to messages", ResponseArrangements);
        Add(ApplicationSection.Messages, "Forwarding of messages", ForwardingArrangements);
        Add(ApplicationSection.PersonalData, "Personal data will be processed", InWords(ProcessesPersonalData));
        if (ProcessesPersonalData == true)
        {
            Add(ApplicationSection.PersonalData, "Whose personal data, and which", PersonalData);
            Add(ApplicationSection.PersonalData, "Impact assessment", AssessmentReference(ImpactAssessmentId));
        }

        return answers;
    }

    /// <summary>Hands the business case to the senior leaders, for the first time or again (SLT-5).</summary>
    /// <param name="note">What was changed since the last time; for the leaders.</param>
    /// <param name="directory">Everybody the school knows.</param>
    /// <param name="by">The applicant.</param>
    /// <param name="at">When, UTC.</param>
    public Result Submit(string? note, PeopleDirectory directory, Actor by, DateTime at)
    {
        if (CheckMayEdit(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        var said = PlainText.Clean(note);
        if (said.Length > ReasonsMaximumLength)
        {
            return ApplicationErrors.TooLong("Note", ReasonsMaximumLength);
        }

        if (Missing(directory).Count > 0)
        {
            return ApplicationErrors.Incomplete;
        }

        var round = _submissions.Count + 1;
        var kept = said.Length == 0 ? null : said;
        (SubmittedName, SubmittedPlatform) = (ProposedName, Platform);
        _submissions.Add(new ApplicationSubmission(round, kept, Answers(directory), at));
        MoveTo(ApplicationStatus.Submitted, at);
        Record(new ApplicationSubmitted(round, kept, by, at));
        return Result.Done;
    }

    /// <summary>Whether this person may decide it now (BC-6, SLT-6): one senior leader who is neither the applicant nor a named administrator.</summary>
    public Result CheckMayDecide(Actor by)
    {
        if (!by.Holds(Roles.SeniorLeader) || by.PersonId is not { } leaderId)
        {
            return ApplicationErrors.OnlySeniorLeaders;
        }

        if (leaderId == ApplicantId)
        {
            return ApplicationErrors.DecidedByApplicant;
        }

        if (_administrators.Exists(administrator => administrator.PersonId == leaderId))
        {
            return ApplicationErrors.DecidedByAdministrator;
        }

        return Status == ApplicationStatus.Submitted ? Result.Done : ApplicationErrors.NotAwaitingDecision;
    }

    /// <summary>Approves it, with or without conditions (BC-6, SLT-6).</summary>
    /// <param name="weighed">What the leader confirms to have weighed: all four are needed.</param>
    /// <param name="conditions">Conditions, or nothing.</param>
    /// <param name="directory">Everybody the school knows: who left since it was submitted stops the approval.</param>
    /// <param name="by">The senior leader.</param>
    /// <param name="at">When, UTC.</param>
    public Result Approve(Weighed weighed, string? conditions, PeopleDirectory directory, Actor by, DateTime at)
    {
        var with = PlainText.Clean(conditions);
        if (CheckMayDecide(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (with.Length > ReasonsMaximumLength)
        {
            return ApplicationErrors.TooLong("Reasons", ReasonsMaximumLength);
        }

        if ((weighed & Weighed.Everything) != Weighed.Everything)
        {
            return ApplicationErrors.NotWeighed;
        }

        if (Missing(directory).Count > 0)
        {
            return ApplicationErrors.NoLongerComplete;
        }

        var kept = with.Length == 0 ? null : with;
        Decide(DecisionOutcome.Approved, ApplicationStatus.Approved, kept, by, at);
        Record(new ApplicationApproved(kept, by, at));
        return Result.Done;
    }

    /// <summary>Rejects it, with reasons (BC-6).</summary>
    public Result Reject(string? reasons, Actor by, DateTime at)
    {
        if (CheckReasoned(reasons, by, out var because) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        Decide(DecisionOutcome.Rejected, ApplicationStatus.Rejected, because, by, at);
        Record(new ApplicationRejected(because, by, at));
        return Result.Done;
    }

    /// <summary>Sends it back to its applicant, with what is to be changed.</summary>
    public Result RequestChanges(string? reasons, Actor by, DateTime at)
    {
        if (CheckReasoned(reasons, by, out var because) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        Decide(DecisionOutcome.ChangesRequested, ApplicationStatus.ChangesRequested, because, by, at);
        Record(new ApplicationChangesRequested(because, by, at));
        return Result.Done;
    }

    /// <summary>Whether this person may withdraw it: its applicant, or a senior leader where the applicant is no longer active.</summary>
    public Result CheckMayWithdraw(PeopleDirectory directory, Actor by)
    {
        var forLeaver = by.Holds(Roles.SeniorLeader) && !directory.IsActive(ApplicantId) && Status != ApplicationStatus.Draft;
        if (!by.Is(ApplicantId) && !forLeaver)
        {
            return ApplicationErrors.WithdrawalNotYours;
        }

        return IsUndecided ? Result.Done : ApplicationErrors.AlreadyFinished;
    }

    /// <summary>Takes it back before it is decided. A reason is asked of whoever does so for somebody else.</summary>
    public Result Withdraw(string? reason, PeopleDirectory directory, Actor by, DateTime at)
    {
        var because = PlainText.Clean(reason);
        if (CheckMayWithdraw(directory, by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (because.Length > ReasonsMaximumLength)
        {
            return ApplicationErrors.TooLong("Reasons", ReasonsMaximumLength);
        }

        if (!by.Is(ApplicantId) && because.Length == 0)
        {
            return ApplicationErrors.ReasonsMissing;
        }

        MoveTo(ApplicationStatus.Withdrawn, at);
        Record(new ApplicationWithdrawn(because.Length == 0 ? null : because, by, at));
        return Result.Done;
    }

    /// <summary>How many working days it has waited in its present status.</summary>
    public int WorkingDaysWaited(WorkingCalendar calendar, DateTime at) =>
        calendar.WorkingDaysBetween(LondonTime.DateOf(StatusSince), LondonTime.DateOf(at));

    /// <summary>
    /// Whether whoever it waits for is to be reminded: it has waited the set number of working days, and as many again since the
    /// last reminder, and people may be reminded then (<see cref="ReminderSchedule.IsTimeToRemind"/>). A draft waits for nobody.
    /// </summary>
    public bool IsDueForChasing(WorkingCalendar calendar, int afterWorkingDays, DateTime at)
    {
        if (Status is not (ApplicationStatus.Submitted or ApplicationStatus.ChangesRequested))
        {
            return false;
        }

        var today = LondonTime.DateOf(at);
        return ReminderSchedule.IsTimeToRemind(calendar, at)
            && calendar.WorkingDaysBetween(LondonTime.DateOf(LastChasedAt ?? StatusSince), today) >= afterWorkingDays;
    }

    /// <summary>Reminds whoever it waits for, once for each time that it is due.</summary>
    public Result Chase(WorkingCalendar calendar, int afterWorkingDays, Actor by, DateTime at)
    {
        if (!IsDueForChasing(calendar, afterWorkingDays, at))
        {
            return ApplicationErrors.NotDueForChasing;
        }

        LastChasedAt = at;
        Record(new ApplicationChased(WorkingDaysWaited(calendar, at), by, at));
        return Result.Done;
    }

    private bool NeedsPlatformName => Platform is Accounts.Platform.Other or Accounts.Platform.LearningPlatform;

    private static string? AssessmentReference(int? id) => id is { } there ? Shared.Reference.Of(ImpactAssessments.ImpactAssessment.ReferenceKind, there) : null;

    private static string? InWords(bool? yes) => yes switch { true => "Yes", false => "No", null => null };

    private string DescribeAdministrators(PeopleDirectory directory) =>
        string.Join(", ", Administrators.Select(administrator =>
            directory.NameOf(administrator.PersonId) + (administrator.IsLead ? " (lead)" : "")));

    private Result CheckMayEdit(Actor by)
    {
        if (!by.Is(ApplicantId))
        {
            return ApplicationErrors.NotTheApplicant;
        }

        return IsEditable ? Result.Done : ApplicationErrors.NotEditable;
    }

    private Result CheckReasoned(string? reasons, Actor by, out string because)
    {
        because = PlainText.Clean(reasons);
        if (CheckMayDecide(by) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (because.Length == 0)
        {
            return ApplicationErrors.ReasonsMissing;
        }

        return because.Length > ReasonsMaximumLength ? ApplicationErrors.TooLong("Reasons", ReasonsMaximumLength) : Result.Done;
    }

    private Result Saved(ApplicationSection section, ChangeList changes, Actor by, DateTime at)
    {
        if (changes.Any)
        {
            LastChangedAt = at;
            Record(new ApplicationSectionSaved(section, changes.Changes, by, at));
        }

        return Result.Done;
    }

    private void Decide(DecisionOutcome outcome, ApplicationStatus status, string? reasons, Actor by, DateTime at)
    {
        _decisions.Add(new ApplicationDecision(outcome, reasons, by.PersonId!.Value, at));
        MoveTo(status, at);
    }

    private void MoveTo(ApplicationStatus status, DateTime at)
    {
        Status = status;
        StatusSince = at;
        LastChangedAt = at;
        LastChasedAt = null;
    }
}
