using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Vault;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>
/// What opens two of the accounts. For both a senior leader broke the glass: on one the password was changed the morning after, on the other it
/// is due for rotation still. Every secret is made up.
/// </summary>
internal sealed class DemoVault(DemoStory story, SecretCipher cipher)
{
    private const string News = "Brierley Hill Primary News";
    private const string ForestSchool = "Forest School at Brierley Hill";

    /// <summary>Adds its steps to the story.</summary>
    public void Tell()
    {
        // The page of the school: Janet Pugh creates it and stores what opens it, within the hour of the approval.
        var page = Add(News, "School profile that holds the page", "Pugh", story.At(38, 16, 35), "Pugh", [
            (SecretKind.UserName, "office@brierleyhill.example"),
            (SecretKind.Password, "Kettle-harbour-39-Mistletoe"),
            (SecretKind.OneTimeCodeSecret, "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP"),
            (SecretKind.RecoveryEmail, "social.recovery@brierleyhill.example"),
            (SecretKind.RecoveryPhone, "01632 960 104"),
            (SecretKind.Notes, "The office phone takes the texts of the platform. It lies in the safe during holidays."),
        ]);
        Codes(page, "Pugh", story.At(38, 16, 40), ["4821 9037", "1190 4472", "7035 6618", "2904 1157", "8816 0243", "5570 3391", "6402 7785", "3318 9960"]);
        Roles(News, story.At(38, 16, 45), "Pugh", ("Karim", "Full control"), ("Pugh", "Full control"));
        Roles(News, story.At(30, 14, 5), "Karim", ("Beech", "Editor"));
        Roles(News, story.At(6, 10, 30), "Karim", ("Llewellyn", "Editor"));
        Remove(News, story.At(5, 17, 5), "Karim", "Beech");
        Use(page, "Karim", story.At(30, 8, 50), 1);
        Use(page, "Pugh", story.At(19, 15, 10), 2);
        Reveal(page, "Karim", SecretKind.Password, "To post the autumn newsletter.", story.At(36, 8, 40));
        Code(page, "Karim", story.At(21, 8, 15));
        Reveal(page, "Karim", SecretKind.Password, "To post the dates of the winter fair.", story.At(4, 8, 30));
        Reveal(page, "Whitcombe", SecretKind.Password, "A post about the closed bridge had to come down on Sunday, and nobody answered the telephone.", story.At(3, 7, 40));
        Code(page, "Pugh", story.At(2, 9, 5));

        // Forest School: opened by the head when both administrators were out, and changed the morning after.
        var forest = Add(ForestSchool, "Instagram sign-in", "Nowak", story.At(27, 15, 50), "Forest", [
            (SecretKind.UserName, "forestschool.brierleyhill"),
            (SecretKind.Password, "Acorn_puddle_17.Lantern"),
            (SecretKind.RecoveryEmail, "social.recovery@brierleyhill.example"),
        ]);
        Reveal(forest, "Forest", SecretKind.Password, "To let in the families of Year 2.", story.At(25, 17, 10));
        Reveal(forest, "Okafor", SecretKind.Password, "A family asked at the gate to take a picture down, and both administrators are in the woods without a signal.", story.At(7, 14, 20));
        Store(forest, "Forest", SecretKind.Password, "Bramble-otter-52_Window", story.At(6, 8, 5));
    }

    private Held Add(string account, string label, string by, DateTime at, string holder, IReadOnlyList<(SecretKind Kind, string Secret)> secrets)
    {
        var held = new Held();
        story.Step(at, () =>
        {
            var access = AccessOf(account, by, at);
            held.Credential = DemoStory.Done(StoredCredential.Add(label, story.Person(holder).Id, access, story.Directory(), at));
            story.Database.Credentials.Add(held.Credential);
            foreach (var (kind, secret) in secrets)
            {
                Store(held.Credential, kind, secret, access, at);
            }
        });
        return held;
    }

    private void Codes(Held held, string by, DateTime at, IReadOnlyList<string> codes) => story.Step(at, () => DemoStory.Done(
        held.Credential.StoreRecoveryCodes(
            [.. codes.Select((code, index) => cipher.Protect(held.Credential.PlaceOf(SecretKind.RecoveryCode, index + 1), code))],
            AccessOf(held.Credential.AccountId, by, at),
            at)));

    private void Use(Held held, string by, DateTime at, int number) => story.Step(at, () => DemoStory.Done(
        held.Credential.UseRecoveryCode(number, AccessOf(held.Credential.AccountId, by, at), at)));

    private void Reveal(Held held, string by, SecretKind kind, string reason, DateTime at) => story.Step(at, () =>
    {
        DemoStory.Done(held.Credential.Reveal(kind, null, reason, isProven: true, AccessOf(held.Credential.AccountId, by, at), at));
    });

    private void Code(Held held, string by, DateTime at) => story.Step(at, () =>
    {
        DemoStory.Done(held.Credential.ShowOneTimeCode(null, isProven: true, AccessOf(held.Credential.AccountId, by, at), at));
    });

    private void Store(Held held, string by, SecretKind kind, string secret, DateTime at) => story.Step(at, () =>
        Store(held.Credential, kind, secret, AccessOf(held.Credential.AccountId, by, at), at));

    private void Store(StoredCredential credential, SecretKind kind, string secret, VaultAccess access, DateTime at) => DemoStory.Done(
        credential.Store(kind, cipher.Protect(credential.PlaceOf(kind, credential.NextNumber(kind)), DemoStory.Done(SecretText.Read(kind, secret))), access, at));

    private void Roles(string account, DateTime at, string by, params (string Holder, string Role)[] roles) => story.Step(at, () =>
    {
        foreach (var (holder, role) in roles)
        {
            story.Database.PlatformRoles.Add(DemoStory.Done(PlatformRole.Add(
                story.Person(holder).Id, role, LondonTime.DateOf(at), AccessOf(account, by, at), story.Directory(), at)));
        }
    });

    private void Remove(string account, DateTime at, string by, string holder) => story.Step(at, () => DemoStory.Done(
        story.Database.PlatformRoles.Local.Single(role => role.PersonId == story.Person(holder).Id)
            .Remove(AccessOf(account, by, at), story.Directory(), at)));

    private VaultAccess AccessOf(string account, string by, DateTime at) => VaultAccess.Of(Account(account), story.Directory(), story.By(by), at);

    private VaultAccess AccessOf(int accountId, string by, DateTime at) =>
        VaultAccess.Of(story.Database.Accounts.Local.Single(account => account.Id == accountId), story.Directory(), story.By(by), at);

    private SocialMediaAccount Account(string name) => story.Database.Accounts.Local.Single(account => account.Name == name);

    // A step tells of it before it is there: it is made when its time comes.
    private sealed class Held
    {
        public StoredCredential Credential { get; set; } = null!;
    }
}
