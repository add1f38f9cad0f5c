using System.Numerics;
using System.Security.Cryptography;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;

namespace BrierleyHill.SocialGov.Tests.Features.SignIn;

/// <summary>Somebody with a password and an authenticator app.</summary>
/// <param name="Person">Who.</param>
/// <param name="Key">The key that their app holds, in base 32.</param>
/// <param name="Codes">Their recovery codes.</param>
/// <param name="Client">The session in which the app was set up.</param>
internal sealed record AppHolder(Person Person, string Key, IReadOnlyList<string> Codes, PortalClient Client);

/// <summary>What tests about second factors do.</summary>
internal static class SecondFactorSteps
{
    public const string SecondPage = "/sign-in/second-factor";

    /// <summary>What a phone shows: RFC 6238 written a second time, by other means than the portal's.</summary>
    public static string CodeOf(string base32, DateTime at)
    {
        var number = base32.Aggregate(BigInteger.One, (sum, character) => (sum * 32) + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(character, StringComparison.Ordinal));
        var key = number.ToByteArray(isUnsigned: true, isBigEndian: true)[1..];
        var step = (long)(at - DateTime.UnixEpoch).TotalSeconds / 30;
        var counter = BitConverter.GetBytes(step).Reverse().ToArray();
#pragma warning disable CA5350 // RFC 6238 as authenticator apps have it: SHA-1 within an HMAC.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var start = hash[19] % 16;
        var value = BitConverter.ToUInt32([.. hash.Skip(start).Take(4).Reverse()]) & int.MaxValue;
        return (value % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A browser with cookies of its own that a test can copy (<see cref="PortalClient.SecondWindow"/>).</summary>
    public static PortalClient Browser(this PortalFactory portal) => new(
        portal.CreateClient(new WebApplicationFactoryClientOptions
        {
            BaseAddress = portal.ClientOptions.BaseAddress,
            AllowAutoRedirect = false,
            HandleCookies = false,
        }),
        "anything=1");

    /// <summary>An active person with a password.</summary>
    public static async Task<Person> PersonWithPasswordAsync(this PortalFactory portal, Roles roles = Roles.None)
    {
        var person = await portal.AddPersonAsync(roles);
        await portal.GivePasswordAsync(person);
        return person;
    }

    /// <summary>A person who has set up an authenticator app over the portal's pages; half a minute ago, so that the next code is another.</summary>
    public static async Task<AppHolder> AppHolderAsync(this PortalFactory portal, Roles roles = Roles.None)
    {
        var person = await portal.PersonWithPasswordAsync(roles);
        var client = await portal.SignInAsync(person, portal.Now);
        var (key, codes) = await portal.SetUpAppAsync(client);
        portal.Clock.Advance(TimeSpan.FromSeconds(60));
        return new AppHolder(person, key, codes, client);
    }

    /// <summary>Sets up an authenticator app in a session with a fresh proof.</summary>
    public static async Task<(string Key, IReadOnlyList<string> Codes)> SetUpAppAsync(this PortalFactory portal, PortalClient client)
    {
        var page = await client.OpenAsync("/sign-in-settings/authenticator");
        var key = KeyOn(page);
        var done = await client.SubmitAsync(page, ("Code", CodeOf(key, portal.Now)));
        return (key, CodesOn(await client.FollowAsync(done)));
    }

    /// <summary>The key that a page shows as text.</summary>
    public static string KeyOn(Page page) => page.Document.QuerySelector(".sg-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The recovery codes that a page shows.</summary>
    public static IReadOnlyList<string> CodesOn(Page page) => [.. page.Document.QuerySelectorAll(".sg-codes__code").Select(item => item.TextContent)];

    /// <summary>The code that the person's phone shows now.</summary>
    public static string CodeNow(this PortalFactory portal, AppHolder holder) => CodeOf(holder.Key, portal.Now);

    /// <summary>Gives the password, and is asked for the second factor.</summary>
    public static async Task<PortalClient> GivePasswordAsync(this PortalFactory portal, AppHolder holder, string page = "/sign-in")
    {
        var client = portal.Browser();
        var asked = await client.TrySignInAsync(holder.Person.EmailAddress, page: page);
        Assert.Equal(SecondPage, asked.Location);
        return client;
    }

    /// <summary>Types a code on the second page.</summary>
    public static Task<Page> TypeCodeAsync(this PortalClient client, string code) => client.FillAsync(SecondPage, ("Code", code));

    /// <summary>Types a recovery code on the second page.</summary>
    public static async Task<Page> TypeRecoveryCodeAsync(this PortalClient client, string code) =>
        await client.SubmitFormAsync(await client.OpenAsync(SecondPage), "main form:has([name=RecoveryCode])", ("RecoveryCode", code));
}
