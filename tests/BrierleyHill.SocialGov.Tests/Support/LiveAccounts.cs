using System.Reflection;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>Accounts that are live. How an account goes live is tested elsewhere: here it only has to be.</summary>
public static class LiveAccounts
{
    /// <summary>An account in the given status, as if it had gone live, whose events are taken. Persons 2 and 3 administer it.</summary>
    public static SocialMediaAccount In(AccountStatus status, DateTime? wentLiveAt = null)
    {
        var account = SocialMediaAccount.FromApproval(BusinessCases.In(ApplicationStatus.Approved), BusinessCases.Leader, BusinessCases.At);
        if (status != AccountStatus.AwaitingCreation)
        {
            Bring(account, status, wentLiveAt ?? BusinessCases.At);
        }

        account.TakeEvents();
        return account;
    }

    // Two accounts are not at one address.
    private const string OwnAddress = "its own";
    private static int _addresses;

    /// <summary>Adds a live account to the portal's database.</summary>
    public static Task<SocialMediaAccount> AddLiveAccountAsync(
        this PortalFactory portal,
        Person? lead = null,
        Person? deputy = null,
        string name = "Science Club",
        string? address = OwnAddress,
        Platform platform = Platform.Facebook,
        AccountStatus status = AccountStatus.Active,
        Openness openness = Openness.Closed) => AddAsync(portal, lead, deputy, name, address, platform, status, openness);

    private static async Task<SocialMediaAccount> AddAsync(
        PortalFactory portal, Person? lead, Person? deputy, string name, string? address, Platform platform, AccountStatus status, Openness openness)
    {
        var application = await portal.AddApplicationAsync(
            await portal.AddPersonAsync(),
            lead ?? await portal.AddPersonAsync(),
            deputy ?? await portal.AddPersonAsync(),
            ApplicationStatus.Approved,
            await portal.AddPersonAsync(Roles.SeniorLeader),
            name,
            (draft, by) =>
            {
                var platformName = platform is Platform.LearningPlatform or Platform.Other ? "Class Platform" : "";
                var kind = platform == Platform.LearningPlatform ? AccountKind.LearningPlatform : AccountKind.SocialNetworkAccount;
                Assert.False(draft.AnswerPlatformAndName(platform, platformName, kind, name, "", by, portal.Now).IsRefused);
                Assert.False(draft.AnswerOpenness(openness, "It is better so.", by, portal.Now).IsRefused);
            });
        return await portal.UseDatabaseAsync(async database =>
        {
            var account = await database.Accounts.SingleAsync(found => found.ApplicationId == application);
            if (status != AccountStatus.AwaitingCreation)
            {
                Bring(account, status, portal.Now);
            }

            if (address is not null)
            {
                var read = PlatformAddress.Parse(
                    platform,
                    null,
                    address == OwnAddress
                        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"https://www.facebook.com/scienceclub.number{Interlocked.Increment(ref _addresses)}")
                        : address);
                Assert.False(read.IsRefused, read.Error?.Message);
                Set(account, nameof(SocialMediaAccount.Handle), read.Value.Handle);
                Set(account, nameof(SocialMediaAccount.WebAddress), read.Value.WebAddress);
                Set(account, nameof(SocialMediaAccount.NormalisedAddress), read.Value.Normalised);
            }

            await database.SaveChangesAsync();
            return account;
        });
    }

    /// <summary>Brings an account to a status, as if it had gone live.</summary>
    internal static void Bring(SocialMediaAccount account, AccountStatus status, DateTime wentLiveAt)
    {
        typeof(SocialMediaAccount).GetMethod("BeginDates", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(account, [wentLiveAt]);
        Set(account, nameof(SocialMediaAccount.Status), status);
    }

    private static void Set(SocialMediaAccount account, string property, object value) => typeof(SocialMediaAccount).GetProperty(property)!.SetValue(account, value);
}
