using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Accounts;

/// <summary>Ticks the agreed settings one by one; what differs goes back to a senior leader.</summary>
public sealed class CheckSettings(AccountWrite write, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Saves what was answered. A setting that was not answered stays as it was.</summary>
    public Task<Result> RunAsync(int id, SettingsForm form, CancellationToken cancellationToken) => write.RunAsync(
        id,
        form,
        account => account.CheckSettings(
            [
                .. form.Answers.Take(AccountSettings.Each.Count)
                    .Select((answer, place) => (Setting: AccountSettings.Each[place], answer.Found, answer.Instead, answer.Because))
                    .Where(answer => answer.Found is not null)
                    .Select(answer => new SettingAnswer(answer.Setting, answer.Found == SettingFound.AsAgreed, answer.Instead, answer.Because)),
            ],
            person.Actor,
            clock.UtcNow()),
        cancellationToken);
}

/// <summary>What an administrator found on the platform.</summary>
public enum SettingFound
{
    /// <summary>It is as agreed.</summary>
    [Display(Name = "As agreed")]
    AsAgreed,

    /// <summary>It is not.</summary>
    [Display(Name = "It differs")]
    Differs,
}

/// <summary>The form: an answer for each setting, in the order of <see cref="AccountSettings.Each"/>.</summary>
public sealed class SettingsForm : AccountForm
{
    /// <summary>The answers.</summary>
    public List<SettingAnswerForm> Answers { get; set; } = [];

    /// <summary>The form as the account is now. A departure that was refused has to be answered anew.</summary>
    internal static SettingsForm Of(SocialMediaAccount account) => new()
    {
        Version = account.Version,
        Answers =
        [
            .. AccountSettings.Each.Select(setting => account.CheckOf(setting) switch
            {
                { IsSettled: true } => new SettingAnswerForm { Found = SettingFound.AsAgreed },
                { State: SettingCheckState.DepartureUndecided } undecided => new SettingAnswerForm
                {
                    Found = SettingFound.Differs,
                    Instead = undecided.Instead,
                    Because = undecided.Because,
                },
                _ => new SettingAnswerForm(),
            }),
        ],
    };
}

/// <summary>The answer for one setting.</summary>
public sealed class SettingAnswerForm
{
    /// <summary>What was found.</summary>
    public SettingFound? Found { get; set; }

    /// <summary>What it is instead, by the key of the value.</summary>
    [Display(Name = "What is it instead?")]
    public string? Instead { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Why does it differ?", Description = "A senior leader reads this and decides. Do not name any child")]
    [MaximumCharacters(SocialMediaAccount.ReasonMaximumLength)]
    public string? Because { get; set; }
}
