using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Encryption;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>One row of the vault with what it opens to, or the refusal.</summary>
public sealed record OpenedSecret(int Id, SecretPlace Place, string Ciphertext, Result<string> Opened)
{
    public Guid? KeyId => VaultCiphertext.KeyOf(Ciphertext);
}

/// <summary>Puts secrets into the vault through the domain's own methods, for tests of what protects them. Every call of those methods is here.</summary>
public static class VaultSecrets
{
    /// <summary>An account in the register, with the person who stores its secrets.</summary>
    public static async Task<(int AccountId, Actor By)> AddAccountAsync(SocialGovDbContext database, string name = "Science Club")
    {
        var at = PortalFactory.Start.UtcDateTime;
        Person[] people =
        [
            .. Enumerable.Range('p', 3).Select(letter => People.Active(Roles.None, $"Quillan{(char)letter}", $"Zephyrson{(char)letter}", at)),
            People.Active(Roles.SeniorLeader, "Quillanx", "Zephyrsonx", at),
        ];
        database.People.AddRange(people);
        await database.SaveChangesAsync();
        var directory = await database.LoadDirectoryAsync(CancellationToken.None);
        var application = BusinessCases.Complete(people[0].AsActor(), directory, people[1].Id, people[2].Id, name, at);
        Assert.False(application.Submit("", directory, people[0].AsActor(), at).IsRefused);
        Assert.False(application.Approve(Weighed.Everything, "", directory, people[3].AsActor(), at).IsRefused);
        database.Applications.Add(application);
        await database.SaveChangesAsync();
        var account = SocialMediaAccount.FromApproval(application, people[3].AsActor(), at);
        database.Accounts.Add(account);
        await database.SaveChangesAsync();
        return (account.Id, people[1].AsActor());
    }

    /// <summary>Stores a credential with these secrets. A second password takes the place of the first, recovery codes stand side by side.</summary>
    /// <returns>The credential's number.</returns>
    public static async Task<int> StoreAsync(
        SocialGovDbContext database, SecretCipher cipher, int accountId, Actor by, string label, params IReadOnlyList<(SecretKind Kind, string Secret)> secrets)
    {
        var credential = StoredCredential.Create(accountId, label);
        foreach (var (kind, secret) in secrets)
        {
            Keep(credential, cipher, kind, secret, by);
        }

        database.Credentials.Add(credential);
        await database.SaveChangesAsync();
        return credential.Id;
    }

    /// <summary>Stores one more secret in a credential that is there.</summary>
    public static async Task AddAsync(SocialGovDbContext database, SecretCipher cipher, int credentialId, Actor by, SecretKind kind, string secret)
    {
        var credential = await database.Credentials.SingleAsync(found => found.Id == credentialId);
        Keep(credential, cipher, kind, secret, by);
        await database.SaveChangesAsync();
    }

    /// <summary>Every row, in the order of the rows, opened or not.</summary>
    public static async Task<IReadOnlyList<OpenedSecret>> OpenAllAsync(SocialGovDbContext database, SecretCipher cipher)
    {
        var credentials = await database.Credentials.AsNoTracking().ToListAsync();
        return
        [
            .. credentials
                .SelectMany(credential => credential.Secrets, (credential, secret) =>
                {
                    var place = credential.PlaceOf(secret.Kind, secret.Number);
                    return new OpenedSecret(secret.Id, place, secret.Ciphertext, cipher.Unprotect(place, secret.Ciphertext));
                })
                .OrderBy(row => row.Id),
        ];
    }

    /// <summary>Writes another ciphertext into a row, past the portal.</summary>
    public static Task OverwriteAsync(SocialGovDbContext database, int id, string ciphertext) =>
        database.Database.ExecuteSqlAsync($"""UPDATE "CredentialSecrets" SET "Ciphertext" = {ciphertext} WHERE "Id" = {id}""");

    private static void Keep(StoredCredential credential, SecretCipher cipher, SecretKind kind, string secret, Actor by) =>
        credential.Keep(kind, cipher.Protect(credential.PlaceOf(kind, credential.NextNumber(kind)), secret), by, PortalFactory.Start.UtcDateTime);
}
