using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Applications;

/// <summary>Saves one section of a business case, as far as it is answered.</summary>
public sealed class SaveSection(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Saves the section.</summary>
    /// <param name="id">The business case.</param>
    /// <param name="form">The answers.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    /// <returns>Whether the section still has something wrong that its own page should show, such as a name that looks like a person's.</returns>
    public async Task<Result<bool>> RunAsync(int id, SectionForm form, CancellationToken cancellationToken)
    {
        var found = await database.FindApplicationAsync(id, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        var application = found.Value;
        if (application.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale.Error;
        }

        var directory = await database.LoadDirectoryAsync(cancellationToken);
        var choices = new SectionChoices(directory, await database.LoadAssessmentChoicesAsync(person.Id, cancellationToken));
        if (form.Answer(application, choices, person.Actor, clock.UtcNow()) is { IsRefused: true } refusal)
        {
            return refusal.Error;
        }

        if (await database.TrySaveAsync(cancellationToken) is { IsRefused: true } lost)
        {
            return lost.Error;
        }

        return form is PlatformAndNameForm
            && application.Missing(directory).Any(missing => missing.Field == nameof(AccountApplication.NameExplanation));
    }
}

/// <summary>What the applicant can choose from.</summary>
/// <param name="Directory">Everybody the school knows.</param>
/// <param name="Assessments">The impact assessments that can be named.</param>
public sealed record SectionChoices(PeopleDirectory Directory, IReadOnlyList<AssessmentChoice> Assessments);

/// <summary>The form of one section. Everything may be left empty: a draft is saved as far as it is.</summary>
public abstract class SectionForm
{
    /// <summary>The version of the business case that the form was opened on.</summary>
    public int Version { get; set; }

    /// <summary>The form of a section, empty.</summary>
    public static SectionForm For(ApplicationSection section) => section switch
    {
        ApplicationSection.PlatformAndName => new PlatformAndNameForm(),
        ApplicationSection.Aim => new AimForm(),
        ApplicationSection.Audience => new AudienceForm(),
        ApplicationSection.Administrators => new AdministratorsForm(),
        ApplicationSection.Openness => new OpennessForm(),
        ApplicationSection.Settings => new SettingsForm(),
        ApplicationSection.Messages => new MessagesForm(),
        ApplicationSection.PersonalData => new PersonalDataForm(),
    };

    /// <summary>Fills the form with what is saved.</summary>
    public abstract void Read(AccountApplication application);

    /// <summary>Gives the answers to the business case, which checks them.</summary>
    public abstract Result Answer(AccountApplication application, SectionChoices choices, Actor by, DateTime at);
}

/// <summary>Platform, kind and name (ADM-2).</summary>
public sealed class PlatformAndNameForm : SectionForm
{
    /// <summary>The platform.</summary>
    [Display(Name = "Which platform is it for?")]
    public Platform? Platform { get; set; }

    /// <summary>The platform's name.</summary>
    [Display(Name = "Name of the platform", Description = "Only for a learning platform or another platform, for example Seesaw")]
    [MaximumCharacters(AccountApplication.NameMaximumLength)]
    public string? PlatformName { get; set; }

    /// <summary>The kind of account.</summary>
    [Display(Name = "What kind of account is it?")]
    public AccountKind? Kind { get; set; }

    /// <summary>The proposed name.</summary>
    [Display(Name = "Proposed name of the account", Description = "Name it after a department, activity or subject, never after a person. For example: Brierley Hill Science Club")]
    [MaximumCharacters(AccountApplication.NameMaximumLength)]
    public string? ProposedName { get; set; }

    /// <summary>Why a name that looks like a person's is innocent.</summary>
    [Display(Name = "Why is the word innocent?", Description = "For example: Forest School is an activity and is not named after a colleague. Whoever decides sees your explanation")]
    [MaximumCharacters(AccountApplication.AnswerMaximumLength)]
    public string? NameExplanation { get; set; }

    /// <inheritdoc />
    public override void Read(AccountApplication application) =>
        (Platform, PlatformName, Kind, ProposedName, NameExplanation) =
        (application.Platform, application.PlatformName, application.Kind, application.ProposedName, application.NameExplanation);

    /// <inheritdoc />
    public override Result Answer(AccountApplication application, SectionChoices choices, Actor by, DateTime at) =>
        application.AnswerPlatformAndName(Platform, PlatformName, Kind, ProposedName, NameExplanation, by, at);
}

/// <summary>The aim (BC-1).</summary>
public sealed class AimForm : SectionForm
{
    /// <summary>The aim.</summary>
    [Display(Name = "What is the account for?", Description = "Say what the school wants to achieve with it, and why this platform is the right place")]
    [MaximumCharacters(AccountApplication.AnswerMaximumLength)]
    public string? Aim { get; set; }

    /// <inheritdoc />
    public override void Read(AccountApplication application) => Aim = application.Aim;

    /// <inheritdoc />
    public override Result Answer(AccountApplication application, SectionChoices choices, Actor by, DateTime at) =>
        application.AnswerAim(Aim, by, at);
}

/// <summary>Audience and promotion (BC-2, BC-3).</summary>
public sealed class AudienceForm : SectionForm
{
    /// <summary>The audience.</summary>
    [Display(Name = "Whom is the account for?", Description = "For example: parents and carers of Year 3. Say if pupils may see or use it")]
    [MaximumCharacters(AccountApplication.AnswerMaximumLength)]
    public string? Audience { get; set; }

    /// <summary>The promotion.</summary>
    [Display(Name = "How will people hear of it?", Description = "For example: the newsletter, the school’s website, a notice at the gate")]
    [MaximumCharacters(AccountApplication.AnswerMaximumLength)]
    public string? Promotion { get; set; }

    /// <inheritdoc />
    public override void Read(AccountApplication application) => (Audience, Promotion) = (application.Audience, application.Promotion);

    /// <inheritdoc />
    public override Result Answer(AccountApplication application, SectionChoices choices, Actor by, DateTime at) =>
        application.AnswerAudience(Audience, Promotion, by, at);
}

/// <summary>The administrators (BC-4).</summary>
public sealed class AdministratorsForm : SectionForm
{
    /// <summary>The lead.</summary>
    [Display(Name = "Who leads the account?", Description = "The lead administrator answers for the account. It can be you")]
    public int? LeadId { get; set; }

    /// <summary>The others.</summary>
    [Display(Name = "Who else administers it?", Description = "At least one more person, so that the account is looked after when somebody is away")]
    public List<int> DeputyIds { get; set; } = [];

    /// <inheritdoc />
    public override void Read(AccountApplication application)
    {
        LeadId = application.Administrators.FirstOrDefault(administrator => administrator.IsLead)?.PersonId;
        DeputyIds = [.. application.Administrators.Where(administrator => !administrator.IsLead).Select(administrator => administrator.PersonId)];
    }

    /// <inheritdoc />
    public override Result Answer(AccountApplication application, SectionChoices choices, Actor by, DateTime at) =>
        application.NameAdministrators(LeadId, DeputyIds, choices.Directory, by, at);
}

/// <summary>Open or closed (BC-5).</summary>
public sealed class OpennessForm : SectionForm
{
    /// <summary>Open or closed.</summary>
    [Display(Name = "Will the account be open or closed?")]
    public Openness? Openness { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why?", Description = "A closed account protects pupils better; an open one reaches more people. Say why your choice is right here")]
    [MaximumCharacters(AccountApplication.AnswerMaximumLength)]
    public string? OpennessReason { get; set; }

    /// <inheritdoc />
    public override void Read(AccountApplication application) => (Openness, OpennessReason) = (application.Openness, application.OpennessReason);

    /// <inheritdoc />
    public override Result Answer(AccountApplication application, SectionChoices choices, Actor by, DateTime at) =>
        application.AnswerOpenness(Openness, OpennessReason, by, at);
}

/// <summary>The settings (SLT-6).</summary>
public sealed class SettingsForm : SectionForm
{
    /// <summary>Comments.</summary>
    [Display(Name = "Who may comment?")]
    public WhoMay? Comments { get; set; }

    /// <summary>Following.</summary>
    [Display(Name = "Who may follow or join?")]
    public WhoMay? Following { get; set; }

    /// <summary>Tagging.</summary>
    [Display(Name = "Who may tag people in pictures?", Description = "The policy asks for tagging to be off where the platform allows it")]
    public WhoMay? Tagging { get; set; }

    /// <summary>Approval of followers.</summary>
    [Display(Name = "Will followers be approved one by one?")]
    public bool? FollowersApproved { get; set; }

    /// <summary>Approval of posts.</summary>
    [Display(Name = "Will posts and comments by others be approved before they show?")]
    public bool? PostsApproved { get; set; }

    /// <summary>Direct messages.</summary>
    [Display(Name = "Who may send direct messages?", Description = "Direct messages between staff and pupils are best switched off")]
    public WhoMay? DirectMessages { get; set; }

    /// <inheritdoc />
    public override void Read(AccountApplication application) =>
        (Comments, Following, Tagging, FollowersApproved, PostsApproved, DirectMessages) = application.Settings;

    /// <inheritdoc />
    public override Result Answer(AccountApplication application, SectionChoices choices, Actor by, DateTime at) =>
        application.AnswerSettings(new AgreedSettings(Comments, Following, Tagging, FollowersApproved, PostsApproved, DirectMessages), by, at);
}

/// <summary>Response and forwarding (SLT-6).</summary>
public sealed class MessagesForm : SectionForm
{
    /// <summary>Response.</summary>
    [Display(Name = "Who answers messages and comments, and how fast?", Description = "The policy promises an answer within 24 hours, or on the next working day after a weekend")]
    [MaximumCharacters(AccountApplication.AnswerMaximumLength)]
    public string? ResponseArrangements { get; set; }

    /// <summary>Forwarding.</summary>
    [Display(Name = "Where are messages forwarded to?", Description = "For example: complaints to the school office, worries about a child to the safeguarding lead")]
    [MaximumCharacters(AccountApplication.AnswerMaximumLength)]
    public string? ForwardingArrangements { get; set; }

    /// <inheritdoc />
    public override void Read(AccountApplication application) =>
        (ResponseArrangements, ForwardingArrangements) = (application.ResponseArrangements, application.ForwardingArrangements);

    /// <inheritdoc />
    public override Result Answer(AccountApplication application, SectionChoices choices, Actor by, DateTime at) =>
        application.AnswerMessages(ResponseArrangements, ForwardingArrangements, by, at);
}

/// <summary>Personal data (DP-2).</summary>
public sealed class PersonalDataForm : SectionForm
{
    /// <summary>Whether personal data is processed.</summary>
    [Display(Name = "Will personal data be processed?", Description = "Names, pictures and voices of pupils, staff or families are personal data, and so are the details of people who follow or write to the account")]
    public bool? ProcessesPersonalData { get; set; }

    /// <summary>Whose, and which.</summary>
    [Display(Name = "Whose personal data is it, and which?", Description = "For example: pictures of pupils in groups, without names. Do not name any child here")]
    [MaximumCharacters(AccountApplication.AnswerMaximumLength)]
    public string? PersonalData { get; set; }

    /// <summary>The impact assessment.</summary>
    [Display(Name = "Which impact assessment covers it?", Description = "One has to be signed off before personal data is processed. If there is none that fits, save this and start one from your task list")]
    public int? ImpactAssessmentId { get; set; }

    /// <inheritdoc />
    public override void Read(AccountApplication application) =>
        (ProcessesPersonalData, PersonalData, ImpactAssessmentId) = (application.ProcessesPersonalData, application.PersonalData, application.ImpactAssessmentId);

    /// <inheritdoc />
    public override Result Answer(AccountApplication application, SectionChoices choices, Actor by, DateTime at) =>
        application.AnswerPersonalData(
            ProcessesPersonalData, PersonalData, ImpactAssessmentId, [.. choices.Assessments.Select(choice => choice.Id)], by, at);
}
