using BrierleyHill.SocialGov.Domain.SignIn;

namespace BrierleyHill.SocialGov.Tests.Domain.SignIn;

public sealed class RecoveryCodesTests
{
    [Fact]
    public void A_set_has_ten_that_differ_in_letters_that_nobody_misreads()
    {
        var codes = RecoveryCodes.Make();
        Assert.Equal(10, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$", code));
        Assert.Empty(codes.Intersect(RecoveryCodes.Make()));
    }

    [Fact]
    public void How_it_is_copied_from_paper_does_not_matter()
    {
        var hash = RecoveryCodes.HashOf(7, "4X7Q-0K2M-1TRB-H6WN");
        Assert.Equal(hash, RecoveryCodes.HashOf(7, " 4x7q ok2m Itrb h6wn "));
        Assert.Equal(hash, RecoveryCodes.HashOf(7, "4X7Q0K2MlTRBH6WN"));
        Assert.NotEqual(hash, RecoveryCodes.HashOf(7, "4X7Q-0K2M-1TRB-H6WP"));
    }

    [Fact]
    public void The_code_of_one_person_is_nothing_to_another() =>
        Assert.NotEqual(RecoveryCodes.HashOf(7, "4X7Q-0K2M-1TRB-H6WN"), RecoveryCodes.HashOf(8, "4X7Q-0K2M-1TRB-H6WN"));
}
