using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Tests.Domain.People;

public sealed class PasswordRulesTests
{
    private static readonly Person Person = Person.Invite(
        new PersonDetails("Marguerite", "O'Connor", "m.oconnor@school.example", Affiliation.Employee),
        Roles.None,
        new Actor(1, "Manager", Roles.PortalManager),
        new DateTime(2026, 3, 10, 10, 0, 0, DateTimeKind.Utc)).Value;

    [Theory]
    [InlineData(null, "Password.Missing")]
    [InlineData("", "Password.Missing")]
    [InlineData("maple rive1", "Password.TooShort")]
    [InlineData("passwordpassword", "Password.TooCommon")]
    [InlineData("Password12345", "Password.TooCommon")]
    [InlineData("123456789012", "Password.TooCommon")]
    [InlineData("9876543210 98", "Password.TooCommon")]
    [InlineData("aaaaaaaaaaaa", "Password.TooCommon")]
    [InlineData("abcdeabcdabcde", null)]
    [InlineData("wxyzwxyzwxyz", "Password.TooCommon")]
    [InlineData("qwertyuiopas", "Password.TooCommon")]
    [InlineData("three random words", "Password.TooCommon")]
    [InlineData("Hello marguerite", "Password.HoldsName")]
    [InlineData("oconnor is the best", "Password.HoldsName")]
    [InlineData("M.OCONNOR 2026!!", "Password.HoldsName")]
    [InlineData("Brierley Hill 1234", "Password.HoldsName")]
    [InlineData("brierleyhillprimaryschool", "Password.HoldsName")]
    [InlineData("maple river1", null)]
    [InlineData("maple river candle", null)]
    [InlineData("a primary teacher's lot", null)]
    [InlineData("  spaces at both ends  ", null)]
    [InlineData("пароль из трёх слов", null)]
    public void A_password_is_judged_by_length_and_by_how_soon_it_is_guessed(string? password, string? refusal) =>
        Assert.Equal(refusal, PasswordRules.Check(password, Person, "Brierley Hill Primary School").Error?.Code);

    [Fact]
    public void The_longest_password_is_taken_and_one_character_more_is_not()
    {
        var longest = string.Concat(Enumerable.Range(0, PasswordRules.MaximumLength).Select(index => (char)('a' + (index * 7 % 26))));
        Assert.True(PasswordRules.MaximumLength >= 128);
        Assert.False(PasswordRules.Check(longest, Person, "School").IsRefused);
        Assert.Equal(PasswordRules.TooLong, PasswordRules.Check(longest + "x", Person, "School").Error);
    }

    [Fact]
    public void A_name_of_two_letters_is_part_of_too_many_words_to_be_refused()
    {
        var person = Person.Invite(
            new PersonDetails("Li", "Ng", "li@school.example", Affiliation.Employee), Roles.None, PeopleActors.CommandLine, Person.InvitedAt).Value;
        Assert.False(PasswordRules.Check("singing little lions", person, "School").IsRefused);
    }
}
