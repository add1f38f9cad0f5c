using BrierleyHill.SocialGov.Domain.SignIn;
using BrierleyHill.SocialGov.Web.Data;
using CsCheck;
using Microsoft.AspNetCore.Identity;

namespace BrierleyHill.SocialGov.Tests.Data;

public sealed class SignInAccountTests
{
    private static readonly DateTime At = new(2026, 3, 10, 10, 0, 0, DateTimeKind.Utc);

    /// <summary>What may be done to the second factor, in any order.</summary>
    private enum Act
    {
        SetUpApp,
        RemoveApp,
        AddPasskey,
        RemovePasskey,
        MakeCodes,
        UseCode,
        TakeAway,
    }

    [Trait("Clause", "STF-1")]
    [Fact]
    public void There_is_a_second_factor_exactly_while_there_is_an_app_or_a_passkey_and_codes_never_without_one() =>
        Gen.Enum<Act>().Array[0, 30].Sample(acts =>
        {
            var account = new SignInAccount(7);
            var (hasApp, passkeys) = (false, 0);
            IReadOnlyList<string> codes = [];
            foreach (var act in acts)
            {
                var stamp = account.SecurityStamp;
                switch (act)
                {
                    case Act.SetUpApp:
                        account.SetUpAuthenticator("protected", 1, At);
                        hasApp = true;
                        Assert.NotEqual(stamp, account.SecurityStamp);
                        break;
                    case Act.RemoveApp when hasApp:
                        account.RemoveAuthenticator(passkeys > 0);
                        hasApp = false;
                        Assert.NotEqual(stamp, account.SecurityStamp);
                        break;
                    case Act.AddPasskey:
                        account.AddPasskey();
                        passkeys++;
                        Assert.NotEqual(stamp, account.SecurityStamp);
                        break;
                    case Act.RemovePasskey when passkeys > 0:
                        passkeys--;
                        account.RemovePasskey(passkeys > 0);
                        Assert.NotEqual(stamp, account.SecurityStamp);
                        break;
                    case Act.MakeCodes when account.TwoFactorEnabled:
                        codes = RecoveryCodes.Make();
                        account.KeepRecoveryCodes(codes, At);
                        break;
                    case Act.UseCode when account.RecoveryCodesLeft > 0:
                        var left = account.RecoveryCodesLeft;
                        var code = codes[codes.Count - left];
                        Assert.True(account.UseRecoveryCode(code));
                        Assert.False(account.UseRecoveryCode(code));
                        Assert.Equal(left - 1, account.RecoveryCodesLeft);
                        break;
                    case Act.TakeAway:
                        account.ForgetSecondFactor();
                        (hasApp, passkeys) = (false, 0);
                        Assert.NotEqual(stamp, account.SecurityStamp);
                        break;
                    default:
                        break;
                }

                Assert.Equal(hasApp || passkeys > 0, account.TwoFactorEnabled);
                Assert.Equal(hasApp, account.HasAuthenticator);
                Assert.True(account.TwoFactorEnabled || account.RecoveryCodesLeft == 0);
                Assert.True(hasApp || account.LastAcceptedStep is null);
            }
        });

    [Fact]
    public void A_new_password_ends_a_lock_only_where_no_second_factor_is_guarded_by_it()
    {
        var limits = new LockoutOptions { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15) };
        foreach (var hasSecondFactor in new[] { false, true })
        {
            var account = new SignInAccount(7);
            if (hasSecondFactor)
            {
                account.SetUpAuthenticator("protected", 1, At);
            }

            for (var attempt = 0; attempt < 5; attempt++)
            {
                account.CountWrongTry(At, limits);
            }

            account.SetPassword("hash");
            Assert.Equal(hasSecondFactor, account.IsLocked(At));
        }
    }

    [Fact]
    public void A_full_set_of_hashes_fits_into_its_column()
    {
        var account = new SignInAccount(int.MaxValue);
        account.KeepRecoveryCodes(RecoveryCodes.Make(), At);
        Assert.InRange(account.RecoveryCodeHashes!.Length, 1, SignInAccount.RecoveryCodeHashesMaximumLength);
    }
}
