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

/// <summary>
/// A senior leader's decision. An approval enters the account in the register in the same transaction. Of two leaders at once the
/// first stands; the second is told who decided, and leaves nothing behind.
/// </summary>
public sealed class DecideApplication(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Decides.</summary>
    public async Task<Result> RunAsync(int id, DecideForm form, CancellationToken cancellationToken)
    {
        var (now, actor) = (clock.UtcNow(), person.Actor);
        var found = await database.FindApplicationAsync(id, actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        var application = found.Value;
        var directory = await database.LoadDirectoryAsync(cancellationToken);
        if (application.CheckMayDecide(actor) is { IsRefused: true } refusal)
        {
            return refusal.Error == ApplicationErrors.NotAwaitingDecision ? Overtaken(application, directory) : refusal;
        }

        if (application.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var decided = form.Outcome switch
        {
            DecisionOutcome.Approved => application.Approve(form.Weighing, form.Reasons, directory, actor, now),
            DecisionOutcome.Rejected => application.Reject(form.Reasons, actor, now),
            DecisionOutcome.ChangesRequested => application.RequestChanges(form.Reasons, actor, now),
            null => ApplicationErrors.NotAChoice(nameof(DecideForm.Outcome)),
        };
        if (decided.IsRefused)
        {
            return decided;
        }

        if (form.Outcome == DecisionOutcome.Approved)
        {
            database.Accounts.Add(SocialMediaAccount.FromApproval(application, actor, now));
        }

        if (await database.TrySaveAsync(cancellationToken) is not { IsRefused: true } lost)
        {
            return Result.Done;
        }

        return await database.Applications.FindAsync([id], cancellationToken) is { Status: not ApplicationStatus.Submitted } overtaken
            ? Overtaken(overtaken, directory)
            : lost;
    }

    private static Error Overtaken(AccountApplication application, PeopleDirectory directory) =>
        application.Decisions is [.., var last] && application.Status is not ApplicationStatus.Withdrawn
            ? ApplicationErrors.DecidedMeanwhile(directory.NameOf(last.DecidedById), last.Outcome, last.DecidedAt)
            : ApplicationErrors.NotAwaitingDecision;
}

/// <summary>The decision form.</summary>
public sealed class DecideForm
{
    /// <summary>The version of the business case that was read.</summary>
    public int Version { get; set; }

    /// <summary>The decision.</summary>
    [Display(Name = "What do you decide?")]
    public DecisionOutcome? Outcome { get; set; }

    /// <summary>What was weighed, for an approval.</summary>
    [Display(Name = "For an approval: what have you weighed?", Description = "The policy asks for all four before an account is approved")]
    public List<Weighed> Weighed { get; set; } = [];

    /// <summary>Reasons, or conditions of an approval.</summary>
    [Display(Name = "Reasons or conditions", Description = "Say why, if you ask for changes or reject. For an approval, enter any conditions or leave this empty. The applicant reads it. Do not name any child")]
    [MaximumCharacters(AccountApplication.ReasonsMaximumLength)]
    public string? Reasons { get; set; }

    /// <summary>The ticks together.</summary>
    internal Weighed Weighing => Weighed.Aggregate(Domain.Applications.Weighed.Nothing, (all, one) => all | one);
}
