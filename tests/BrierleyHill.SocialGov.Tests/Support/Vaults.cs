using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>An account in the portal with the people who administer it.</summary>
/// <param name="Id">The account's number.</param>
/// <param name="Lead">Its lead administrator.</param>
/// <param name="Deputy">Its deputy.</param>
/// <param name="Approver">The senior leader who approved it, and does not run it.</param>
public sealed record VaultAccount(int Id, Person Lead, Person Deputy, Person Approver)
{
    /// <summary>Where its vault is.</summary>
    public string Path => $"/accounts/{Id}/vault";
}

/// <summary>Makes accounts and fills their vaults through the domain's own methods.</summary>
public static class Vaults
{
    /// <summary>The password of a credential that is added here.</summary>
    public const string Password = "Plover-first-8841-quay";

    /// <summary>The one-time code secret of RFC 6238, appendix B: the ASCII digits 12345678901234567890.</summary>
    public const string OneTimeCodeKey = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /// <summary>An account in the register, awaiting creation unless told otherwise, whose people are known to nobody else.</summary>
    public static async Task<VaultAccount> AddVaultAccountAsync(
        this PortalFactory portal, AccountStatus status = AccountStatus.Active, Person? lead = null, Person? deputy = null)
    {
        var (runs, helps, approver) = (lead ?? await portal.AddPersonAsync(), deputy ?? await portal.AddPersonAsync(), await portal.AddPersonAsync(Roles.SeniorLeader));
        var application = await portal.AddApplicationAsync(await portal.AddPersonAsync(), runs, helps, ApplicationStatus.Approved, approver);
        var id = await portal.UseDatabaseAsync(async database =>
        {
            var found = await database.Accounts.Where(account => account.ApplicationId == application).Select(account => account.Id).SingleAsync();
            // Going live is another feature's, with gates of its own: here the state alone matters.
            await database.Accounts.Where(account => account.Id == found).ExecuteUpdateAsync(account => account.SetProperty(row => row.Status, status));
            return found;
        });
        return new VaultAccount(id, runs, helps, approver);
    }

    /// <summary>A sign-in with these secrets, stored by the lead administrator.</summary>
    public static Task<int> AddCredentialAsync(this PortalFactory portal, VaultAccount account, string label = "School profile", params (SecretKind Kind, string Secret)[] secrets) =>
        portal.UseAsync(async services =>
        {
            var (database, cipher) = (services.GetRequiredService<SocialGovDbContext>(), services.GetRequiredService<SecretCipher>());
            var access = await AccessAsync(database, account.Id, account.Lead, portal.Now);
            var directory = await database.LoadDirectoryAsync(CancellationToken.None);
            var credential = Done(StoredCredential.Add(label, account.Lead.Id, access, directory, portal.Now));
            foreach (var (kind, secret) in secrets.Length == 0 ? [(SecretKind.Password, Password)] : secrets)
            {
                if (kind == SecretKind.RecoveryCode)
                {
                    var codes = Done(SecretText.ReadRecoveryCodes(secret));
                    Done(credential.StoreRecoveryCodes([.. codes.Select((code, index) => cipher.Protect(credential.PlaceOf(kind, index + 1), code))], access, portal.Now));
                }
                else
                {
                    Done(credential.Store(kind, cipher.Protect(credential.PlaceOf(kind, credential.NextNumber(kind)), Done(SecretText.Read(kind, secret))), access, portal.Now));
                }
            }

            database.Credentials.Add(credential);
            await database.SaveChangesAsync();
            return credential.Id;
        });

    /// <summary>Writes down that a person was shown a secret, as the page does.</summary>
    public static Task RevealAsync(this PortalFactory portal, VaultAccount account, int credentialId, Person by, SecretKind kind = SecretKind.Password) =>
        portal.UseDatabaseAsync(async database =>
        {
            var access = await AccessAsync(database, account.Id, by, portal.Now);
            var credential = await database.Credentials.SingleAsync(found => found.Id == credentialId);
            Done(credential.Reveal(kind, null, "To post.", isProven: true, access, portal.Now));
            await database.SaveChangesAsync();
        });

    /// <summary>The sign-in as it is saved.</summary>
    public static Task<StoredCredential> SavedCredentialAsync(this PortalFactory portal, int id) =>
        portal.UseDatabaseAsync(database => database.Credentials.AsNoTracking().SingleAsync(credential => credential.Id == id));

    /// <summary>What is due in the account's vault.</summary>
    public static Task<IReadOnlyList<RotationDue>> DueAsync(this PortalFactory portal, VaultAccount account) =>
        portal.UseDatabaseAsync(database => database.LoadRotationsDueAsync([account.Id], portal.Now, CancellationToken.None));

    /// <summary>What a person may do in a vault.</summary>
    public static async Task<VaultAccess> AccessAsync(SocialGovDbContext database, int accountId, Person person, DateTime at) => VaultAccess.Of(
        await database.Accounts.AsNoTracking().SingleAsync(account => account.Id == accountId),
        await database.LoadDirectoryAsync(CancellationToken.None),
        person.AsActor(),
        at);

    public static void Done(Result result) => Assert.False(result.IsRefused, result.Error?.Message);

    public static T Done<T>(Result<T> result)
    {
        Assert.False(result.IsRefused, result.Error?.Message);
        return result.Value;
    }
}
