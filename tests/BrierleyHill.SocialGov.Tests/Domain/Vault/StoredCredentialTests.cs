using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Vault;

/// <summary>What a sign-in in the vault allows, refuses and writes down.</summary>
[Trait("Clause", "ADM-3")]
public class StoredCredentialTests
{
    private static readonly DateTime At = BusinessCases.At;
    private static readonly PeopleDirectory Directory = BusinessCases.Directory();
    private static readonly SocialMediaAccount Account = VaultAccessTests.Account();

    private static VaultAccess Administrator => Access(2);

    private static VaultAccess Leader => Access(9, Roles.SeniorLeader);

    private static VaultAccess Creator => Access(5, Roles.Administrator);

    private static VaultAccess Stranger => Access(6, Roles.PortalManager | Roles.DataProtectionOfficer);

    private static VaultAccess Access(int person, Roles roles = Roles.None) => VaultAccess.Of(Account, Directory, Support.People.Actor(person, roles), At);

    private static StoredCredential Filled()
    {
        var credential = Vaults.Done(StoredCredential.Add("Profile", 2, Administrator, Directory, At));
        Vaults.Done(credential.Store(SecretKind.Password, "first", Administrator, At));
        Vaults.Done(credential.Store(SecretKind.OneTimeCodeSecret, "seed", Administrator, At));
        Vaults.Done(credential.StoreRecoveryCodes(["a", "b"], Administrator, At));
        credential.TakeEvents();
        return credential;
    }

    private static StoredCredential Withdrawn()
    {
        var credential = Filled();
        Vaults.Done(credential.Withdraw(isShut: true, "Deleted on the platform.", Administrator, At));
        credential.TakeEvents();
        return credential;
    }

    /// <summary>Every action, as somebody would do it who lacks nothing but the right.</summary>
    public static TheoryData<string, string, string, string, string, string> Table => new()
    {
        // Action, administrator, senior leader, whoever creates it, anybody else, and the administrator once it is withdrawn.
        { "Add", "", "Vault.OnlyAdministrators", "", "Record.NotFound", "" },
        { "Describe", "", "Vault.OnlyAdministrators", "", "Record.NotFound", "Vault.Withdrawn" },
        { "Store", "", "Vault.OnlyAdministrators", "", "Record.NotFound", "Vault.Withdrawn" },
        { "StoreCodes", "", "Vault.OnlyAdministrators", "", "Record.NotFound", "Vault.Withdrawn" },
        { "Reveal", "", "", "Vault.OnlyStores", "Record.NotFound", "" },
        { "RevealNumber", "", "", "Vault.OnlyStores", "Record.NotFound", "" },
        { "Code", "", "", "Vault.OnlyStores", "Record.NotFound", "" },
        { "Use", "", "Vault.OnlyAdministrators", "Vault.OnlyAdministrators", "Record.NotFound", "Vault.Withdrawn" },
        { "Withdraw", "", "Vault.OnlyAdministrators", "Vault.OnlyAdministrators", "Record.NotFound", "Vault.Withdrawn" },
        { "AddRole", "", "Vault.OnlyAdministrators", "", "Record.NotFound", "" },
        { "RemoveRole", "", "Vault.OnlyAdministrators", "", "Record.NotFound", "" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_action_is_for_those_the_table_names(string action, string administrator, string leader, string creator, string stranger, string withdrawn)
    {
        Assert.Equal(administrator, Try(action, Filled(), Administrator));
        Assert.Equal(leader, Try(action, Filled(), Leader));
        Assert.Equal(creator, Try(action, Filled(), Creator));
        Assert.Equal(stranger, Try(action, Filled(), Stranger));
        Assert.Equal(withdrawn, Try(action, Withdrawn(), Administrator));
    }

    private static string Try(string action, StoredCredential credential, VaultAccess access)
    {
        var before = (credential.Secrets.Count, credential.Label, credential.WithdrawnAt, Looks: credential.Secrets.Sum(secret => secret.Reveals.Count), credential.Changes);
        var error = action switch
        {
            "Add" => StoredCredential.Add("Another", null, access, Directory, At).Error,
            "Describe" => credential.Describe("Renamed", 3, access, Directory, At.AddMinutes(1)).Error,
            "Store" => credential.Store(SecretKind.Password, "second", access, At.AddMinutes(1)).Error,
            "StoreCodes" => credential.StoreRecoveryCodes(["c"], access, At.AddMinutes(1)).Error,
            "Reveal" => credential.Reveal(SecretKind.Password, null, "To post.", isProven: true, access, At).Error,
            "RevealNumber" => credential.Reveal(SecretKind.Password, 1, "To compare.", isProven: true, access, At).Error,
            "Code" => credential.ShowOneTimeCode("To get in.", isProven: true, access, At).Error,
            "Use" => credential.UseRecoveryCode(1, access, At.AddMinutes(1)).Error,
            "Withdraw" => credential.Withdraw(isShut: true, "Gone.", access, At.AddMinutes(1)).Error,
            "AddRole" => PlatformRole.Add(3, "Editor", null, access, Directory, At).Error,
            "RemoveRole" => Vaults.Done(PlatformRole.Add(3, "Editor", null, Administrator, Directory, At)).Remove(access, Directory, At).Error,
            _ => throw new ArgumentOutOfRangeException(nameof(action)),
        };
        if (error is not null)
        {
            Assert.Empty(credential.UnsavedEvents);
            Assert.Equal(before, (credential.Secrets.Count, credential.Label, credential.WithdrawnAt, credential.Secrets.Sum(secret => secret.Reveals.Count), credential.Changes));
        }

        return error?.Code ?? "";
    }

    [Fact]
    public void A_new_secret_takes_the_place_of_the_old_one_which_is_kept()
    {
        var credential = Filled();
        Assert.Equal(2, credential.NextNumber(SecretKind.Password));
        Vaults.Done(credential.Store(SecretKind.Password, "second", Access(3), At.AddHours(1)));

        Assert.Equal("second", credential.Current(SecretKind.Password)!.Ciphertext);
        var former = Assert.Single(credential.Secrets, secret => secret is { Kind: SecretKind.Password, IsCurrent: false });
        Assert.Equal(("first", 1, 2, At.AddHours(1)), (former.Ciphertext, former.Number, former.SetById, former.ReplacedAt!.Value));
        Assert.Equal(3, credential.NextNumber(SecretKind.Password));
        var stored = Assert.IsType<SecretStored>(Assert.Single(credential.UnsavedEvents));
        Assert.True(stored.Replaces);
        Assert.DoesNotContain("second", string.Concat(stored.Changes.Select(change => change.ToString())), StringComparison.Ordinal);
    }

    [Fact]
    public void Recovery_codes_are_replaced_as_a_list_and_used_one_by_one()
    {
        var credential = Filled();
        Vaults.Done(credential.UseRecoveryCode(1, Administrator, At));
        Assert.Equal(2, credential.Current(SecretKind.RecoveryCode)!.Number);
        Assert.Equal(VaultErrors.CodeUsedAlready, credential.UseRecoveryCode(1, Administrator, At).Error);
        Assert.Equal(Error.NotFound, credential.UseRecoveryCode(17, Administrator, At).Error);
        Vaults.Done(credential.UseRecoveryCode(2, Access(3), At.AddMinutes(5)));
        Assert.Null(credential.Current(SecretKind.RecoveryCode));
        Assert.Equal("Vault.NotStored", credential.Reveal(SecretKind.RecoveryCode, null, "Why", isProven: true, Administrator, At).Error?.Code);

        Vaults.Done(credential.StoreRecoveryCodes(["c", "d", "e"], Administrator, At.AddHours(1)));
        Assert.Equal([3, 4, 5], credential.RecoveryCodes.Select(code => code.Number));
        Assert.Equal(VaultErrors.CodeUsedAlready, credential.UseRecoveryCode(1, Administrator, At).Error);
        Assert.All(credential.Secrets.Where(secret => secret is { Kind: SecretKind.RecoveryCode, Number: <= 2 }), code => Assert.Equal(At.AddHours(1), code.ReplacedAt));
    }

    [Theory]
    [InlineData(null, true, "Vault.ReasonMissing")]
    [InlineData(" \n ", true, "Vault.ReasonMissing")]
    [InlineData("", false, "Vault.ReasonMissing")]
    [InlineData("To post.", false, "Vault.ProofMissing")]
    public void Nobody_is_shown_a_secret_without_a_reason_and_a_fresh_proof(string? reason, bool isProven, string refusal)
    {
        foreach (var access in new[] { Administrator, Leader })
        {
            var credential = Filled();
            Assert.Equal(refusal, credential.Reveal(SecretKind.Password, null, reason, isProven, access, At).Error?.Code);
            Assert.Empty(credential.UnsavedEvents);
            Assert.Empty(credential.Current(SecretKind.Password)!.Reveals);
        }
    }

    [Fact]
    public void A_reason_just_fits_or_is_too_long()
    {
        Assert.False(Filled().Reveal(SecretKind.Password, null, new string('r', 500), isProven: true, Administrator, At).IsRefused);
        Assert.Equal(VaultErrors.ReasonTooLong, Filled().Reveal(SecretKind.Password, null, new string('r', 501), isProven: true, Administrator, At).Error);
    }

    [Fact]
    public void A_look_is_written_down_with_its_reason_and_changes_nothing_that_others_edit()
    {
        var credential = Filled();
        var changes = credential.Changes;
        Vaults.Done(credential.Reveal(SecretKind.Password, null, " To post the\nnewsletter. ", isProven: true, Administrator, At.AddMinutes(3)));

        var look = Assert.Single(credential.Current(SecretKind.Password)!.Reveals);
        Assert.Equal((2, "To post the newsletter.", false, At.AddMinutes(3)), (look.PersonId, look.Reason, look.IsBreakGlass, look.At));
        Assert.Equal(changes, credential.Changes);
        var happened = Assert.IsType<SecretRevealed>(Assert.Single(credential.UnsavedEvents));
        Assert.Equal("To post the newsletter.", happened.Reason);
    }

    [Fact]
    public void A_leaders_look_breaks_the_glass()
    {
        var credential = Filled();
        Vaults.Done(credential.Reveal(SecretKind.Password, null, "Nobody is there.", isProven: true, Leader, At));
        Assert.True(Assert.Single(credential.Current(SecretKind.Password)!.Reveals).IsBreakGlass);
        Assert.IsType<GlassBroken>(Assert.Single(credential.UnsavedEvents));
    }

    [Fact]
    public void A_one_time_code_needs_a_proof_and_is_no_look_at_its_secret()
    {
        var credential = Filled();
        Assert.Equal(VaultErrors.ProofMissing, credential.ShowOneTimeCode(null, isProven: false, Administrator, At).Error);
        Assert.Equal(VaultErrors.ReasonMissing, credential.ShowOneTimeCode(null, isProven: true, Leader, At).Error);
        Assert.Equal(VaultErrors.ProofMissing, credential.ShowOneTimeCode("To get in.", isProven: false, Leader, At).Error);
        Assert.Empty(credential.UnsavedEvents);

        Vaults.Done(credential.ShowOneTimeCode(null, isProven: true, Administrator, At));
        Vaults.Done(credential.ShowOneTimeCode("To get in.", isProven: true, Leader, At));
        Assert.Empty(credential.Current(SecretKind.OneTimeCodeSecret)!.Reveals);
        Assert.Collection(credential.UnsavedEvents, first => Assert.IsType<OneTimeCodeShown>(first), second => Assert.True(Assert.IsType<GlassBroken>(second).IsCodeOnly));

        var without = Vaults.Done(StoredCredential.Add("Empty", null, Administrator, Directory, At));
        Assert.Equal("Vault.NotStored", without.ShowOneTimeCode(null, isProven: true, Administrator, At).Error?.Code);
    }

    [Fact]
    public void A_former_secret_is_found_by_its_number_and_only_there()
    {
        var credential = Filled();
        Vaults.Done(credential.Store(SecretKind.Password, "second", Administrator, At));
        Assert.Equal("first", Vaults.Done(credential.Reveal(SecretKind.Password, 1, "To compare.", isProven: true, Administrator, At)).Ciphertext);
        Assert.Equal("second", Vaults.Done(credential.Reveal(SecretKind.Password, null, "To post.", isProven: true, Administrator, At)).Ciphertext);
        Assert.Equal(Error.NotFound, credential.Reveal(SecretKind.Password, 3, "To compare.", isProven: true, Administrator, At).Error);
        Assert.Equal(Error.NotFound, credential.Reveal(SecretKind.Notes, 1, "To compare.", isProven: true, Administrator, At).Error);
        Assert.Equal("Vault.NotStored", credential.Reveal(SecretKind.Notes, null, "To post.", isProven: true, Administrator, At).Error?.Code);
    }

    [Fact]
    public void A_sign_in_has_a_name_and_a_holder_who_can_sign_in()
    {
        var directory = BusinessCases.Directory(Support.People.InDirectory(7, "Gone", "Away", PersonStatus.Deactivated));
        Assert.Equal(VaultErrors.LabelMissing, StoredCredential.Add(" \t ", null, Administrator, directory, At).Error);
        Assert.Equal(VaultErrors.LabelTooLong, StoredCredential.Add(new string('x', 101), null, Administrator, directory, At).Error);
        Assert.Equal(VaultErrors.DeviceHolderUnknown, StoredCredential.Add("Profile", 7, Administrator, directory, At).Error);
        Assert.Equal(VaultErrors.DeviceHolderUnknown, StoredCredential.Add("Profile", 4711, Administrator, directory, At).Error);
        var credential = Vaults.Done(StoredCredential.Add("  Straße \n profile ", null, Administrator, directory, At));
        Assert.Equal(("Straße profile", credential.Label.ToUpperInvariant()), (credential.Label, credential.NormalisedLabel));
        Assert.Equal(VaultErrors.DeviceHolderUnknown, credential.Describe("Profile", 7, Administrator, directory, At).Error);

        // Who held it before they left does not stand in the way of another name.
        var held = Vaults.Done(StoredCredential.Add("Held", 7, Administrator, Directory, At));
        Vaults.Done(held.Describe("Held still", 7, Administrator, directory, At));
        Assert.Equal("Held still", held.Label);
    }

    [Fact]
    public void To_withdraw_it_a_person_says_that_it_opens_nothing_any_more_and_why()
    {
        Assert.Equal(VaultErrors.NotShutYet, Filled().Withdraw(isShut: false, "Gone.", Administrator, At).Error);
        Assert.Equal(VaultErrors.ReasonMissing, Filled().Withdraw(isShut: true, " ", Administrator, At).Error);
        Assert.Equal(VaultErrors.ReasonTooLong, Filled().Withdraw(isShut: true, new string('x', 501), Administrator, At).Error);
        Assert.Empty(Withdrawn().Exposed());
        Assert.NotEmpty(Filled().Exposed());
    }

    [Fact]
    public void A_role_on_the_platform_is_held_until_it_is_removed()
    {
        Assert.Equal(VaultErrors.PersonUnknown, PlatformRole.Add(null, "Editor", null, Administrator, Directory, At).Error);
        Assert.Equal(VaultErrors.PersonUnknown, PlatformRole.Add(4711, "Editor", null, Administrator, Directory, At).Error);
        Assert.Equal(VaultErrors.RoleMissing, PlatformRole.Add(3, " ", null, Administrator, Directory, At).Error);
        Assert.Equal(VaultErrors.RoleTooLong, PlatformRole.Add(3, new string('x', 101), null, Administrator, Directory, At).Error);
        Assert.Equal(VaultErrors.SinceWrong, PlatformRole.Add(3, "Editor", new DateOnly(2026, 3, 11), Administrator, Directory, At).Error);
        Assert.Equal(VaultErrors.SinceWrong, PlatformRole.Add(3, "Editor", new DateOnly(2003, 12, 31), Administrator, Directory, At).Error);

        // Somebody who has left can hold one still: that is what has to be found.
        var gone = BusinessCases.Directory(Support.People.InDirectory(7, "Gone", "Away", PersonStatus.Deactivated));
        var role = Vaults.Done(PlatformRole.Add(7, "Full  control", new DateOnly(2026, 3, 10), Administrator, gone, At));
        Assert.True(role.IsHeld);
        Vaults.Done(role.Remove(Access(3), gone, At.AddHours(1)));
        Assert.Equal((3, At.AddHours(1)), (role.RemovedById!.Value, role.RemovedAt!.Value));
        Assert.Equal(VaultErrors.RoleRemoved, role.Remove(Administrator, gone, At).Error);
        Assert.Collection(role.UnsavedEvents, first => Assert.IsType<PlatformRoleRecorded>(first), second => Assert.IsType<PlatformRoleRemoved>(second));
    }

    [Theory]
    [InlineData("2026-03-10T08:00:00Z", null, true)]
    [InlineData("2026-03-10T07:59:59Z", null, false)]
    [InlineData("2026-03-10T08:00:00Z", "2026-03-09", true)]
    [InlineData("2026-03-10T16:00:00Z", "2026-03-10", false)]
    [InlineData("2026-03-14T10:00:00Z", null, false)]
    [InlineData("2026-04-03T10:00:00Z", null, false)]
    [InlineData("2026-07-01T07:00:00Z", null, true)]
    [Trait("Clause", "ADM-5")]
    public void People_are_reminded_once_on_a_working_day_from_eight_in_London(string at, string? lastTold, bool isReminded)
    {
        var due = new RotationDue(1, 2, "Profile", SecretKind.Password, At, [new RotationCause(3, "Ann Early", RotationCauseKind.Left, At)]);
        var now = DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
        DateOnly? told = lastTold is null ? null : DateOnly.Parse(lastTold, System.Globalization.CultureInfo.InvariantCulture);

        var reminder = RotationReminder.Chase(due, told, WorkingCalendar.EnglandAndWales, Actor.Portal("Job"), now);

        Assert.Equal(isReminded, reminder is not null);
        Assert.True(reminder is null || (reminder.ChasedOn == reminder.Day && reminder.Day == LondonTime.DateOf(now)));
    }
}
