using System.Text.Json;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Declarations;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Tests.Domain.Declarations;

public class PersonalAccountDeclarationTests
{
    private static readonly DateTime At = new(2026, 3, 10, 10, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Later = At.AddDays(3);
    private static readonly Actor Owner = new(1, "Person 1", Roles.None);
    private static readonly Actor Leader = new(2, "Person 2", Roles.SeniorLeader | Roles.Administrator | Roles.PortalManager);

    private static PersonalAccountAnswers InScope { get; } = new(Platform.Instagram, "", true, "@aishareads", true);

    private static PersonalAccountAnswers WithoutDisclaimer { get; } = InScope with { DisclaimerShown = false };

    private static PersonalAccountAnswers OutOfScope { get; } = new(Platform.TikTok, "", false, "@secret-hobby", true);

    private static PersonalAccountDeclaration Declared(PersonalAccountAnswers answers, params PersonalAccountDeclaration[] own)
    {
        var declaration = PersonalAccountDeclaration.Declare(answers, own, Owner, At).Value;
        declaration.TakeEvents();
        return declaration;
    }

    private static PersonalAccountDeclaration None(params PersonalAccountDeclaration[] own)
    {
        var declaration = PersonalAccountDeclaration.DeclareNone(own, Owner, At).Value;
        declaration.TakeEvents();
        return declaration;
    }

    private static void Done(Result result) => Assert.False(result.IsRefused, result.Error?.Message);

    [Fact]
    [Trait("Clause", "STF-4")]
    [Trait("Clause", "SCOPE-2")]
    [Trait("Clause", "SCOPE-3")]
    public void An_account_that_names_the_school_keeps_its_name_and_whether_it_shows_the_disclaimer()
    {
        var declaration = PersonalAccountDeclaration.Declare(InScope, [], Owner, At).Value;

        Assert.Equal((DeclarationKind.NamesSchool, Platform.Instagram, "@aishareads"), (declaration.Kind, declaration.Platform!.Value, declaration.Handle));
        Assert.Equal((1, At, At, true), (declaration.PersonId, declaration.DeclaredAt, declaration.ConfirmedAt, declaration.DisclaimerShown));
        Assert.Equal(DeclarationStanding.InOrder, declaration.StandingOn(LondonTime.DateOf(At)));
        Assert.IsType<PersonalAccountDeclared>(Assert.Single(declaration.UnsavedEvents));
    }

    [Fact]
    [Trait("Clause", "SCOPE-4")]
    public void Of_an_account_out_of_scope_nothing_is_kept_but_that_and_the_platform()
    {
        var declaration = PersonalAccountDeclaration.Declare(OutOfScope, [], Owner, At).Value;

        Assert.Equal((DeclarationKind.LeftAlone, Platform.TikTok), (declaration.Kind, declaration.Platform!.Value));
        Assert.Equal("", declaration.Handle);
        Assert.Null(declaration.DisclaimerShown);
        Assert.DoesNotContain("secret", JsonSerializer.Serialize(declaration), StringComparison.OrdinalIgnoreCase);
        var lasting = JsonSerializer.Serialize(declaration.UnsavedEvents[0].Changes);
        Assert.DoesNotContain("secret", lasting, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("TikTok", lasting, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    [Trait("Clause", "SCOPE-4")]
    public void An_account_that_no_longer_names_the_school_loses_its_name()
    {
        var declaration = Declared(InScope);

        Done(declaration.Change(InScope with { NamesSchool = false }, [declaration], Owner, Later));

        Assert.Equal((DeclarationKind.LeftAlone, ""), (declaration.Kind, declaration.Handle));
        Assert.Null(declaration.DisclaimerShown);
        Assert.DoesNotContain("aishareads", JsonSerializer.Serialize(declaration.UnsavedEvents[0].Changes), StringComparison.Ordinal);
    }

    [Fact]
    public void The_audit_never_learns_the_name_of_an_account()
    {
        var declaration = Declared(InScope);
        Done(declaration.Change(InScope with { Handle = "@otherwise", DisclaimerShown = false }, [declaration], Owner, Later));

        var changes = declaration.UnsavedEvents[0].Changes;
        Assert.Contains(new Change("Disclaimer shown", "Yes", "No"), changes);
        Assert.Contains(new Change("Name or web address of the account", "11 characters", "10 characters"), changes);
        Assert.DoesNotContain("otherwise", JsonSerializer.Serialize(changes), StringComparison.Ordinal);
    }

    public static TheoryData<PersonalAccountAnswers, string, string?> Refusals => new()
    {
        { InScope with { Platform = null }, "PlatformMissing", "Platform" },
        { InScope with { Platform = (Platform)99 }, "NotAChoice", "Platform" },
        { InScope with { Platform = Platform.Other }, "PlatformNameMissing", "PlatformName" },
        { InScope with { Platform = Platform.Other, PlatformName = " \t" }, "PlatformNameMissing", "PlatformName" },
        { InScope with { Platform = Platform.Other, PlatformName = new string('p', 101) }, "TooLong", "PlatformName" },
        { InScope with { NamesSchool = null }, "ScopeMissing", "NamesSchool" },
        { InScope with { Handle = null }, "HandleMissing", "Handle" },
        { InScope with { Handle = "\u202E " }, "HandleMissing", "Handle" },
        { InScope with { Handle = new string('h', 201) }, "TooLong", "Handle" },
        { InScope with { DisclaimerShown = null }, "DisclaimerMissing", "DisclaimerShown" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    [Trait("Clause", "STF-4")]
    public void What_is_missing_or_too_long_is_named(PersonalAccountAnswers answers, string code, string? field)
    {
        var refused = PersonalAccountDeclaration.Declare(answers, [], Owner, At);
        Assert.Equal(("Declaration." + code, field), (refused.Error!.Code, refused.Error.Field));

        var declaration = Declared(InScope);
        var before = JsonSerializer.Serialize(declaration);
        Assert.Equal("Declaration." + code, declaration.Change(answers, [declaration], Owner, Later).Error!.Code);
        Assert.Equal(before, JsonSerializer.Serialize(declaration));
    }

    [Fact]
    public void The_longest_answers_are_taken()
    {
        var declaration = Declared(new PersonalAccountAnswers(Platform.Other, new string('p', 100), true, new string('h', 200), true));
        Assert.Equal((100, 200), (declaration.PlatformName.Length, declaration.Handle.Length));
    }

    [Fact]
    public void A_platforms_name_is_kept_only_where_it_is_asked_for() =>
        Assert.Equal(("", "Instagram"), (Declared(InScope with { PlatformName = "My own" }).PlatformName, Declared(InScope).PlatformInWords));

    [Theory]
    [InlineData("2026-03-10", "DisclaimerMissing")]
    [InlineData("2036-03-10", "DisclaimerMissing")]
    [Trait("Clause", "STF-4")]
    public void A_missing_disclaimer_stays_missing_until_it_is_put_right(string day, string standing)
    {
        var declaration = Declared(WithoutDisclaimer);
        Assert.Equal(standing, declaration.StandingOn(DateOnly.Parse(day, null)).ToString());
        Done(declaration.Confirm(Owner, Later));
        Assert.Equal(DeclarationStanding.DisclaimerMissing, declaration.StandingOn(LondonTime.DateOf(Later)));

        Done(declaration.AddDisclaimer(Owner, Later));
        Assert.Equal(DeclarationStanding.InOrder, declaration.StandingOn(LondonTime.DateOf(Later)));
        Assert.Equal(["DeclarationConfirmed", "DisclaimerAdded"], declaration.UnsavedEvents.Select(happened => happened.GetType().Name));
    }

    [Fact]
    public void A_disclaimer_that_is_there_is_not_added_twice()
    {
        var declaration = Declared(InScope);
        Done(declaration.AddDisclaimer(Owner, Later));
        Assert.Empty(declaration.UnsavedEvents);
        Assert.Equal(At, declaration.ConfirmedAt);
    }

    [Theory]
    [InlineData("2027-03-09", "InOrder")]
    [InlineData("2027-03-10", "ConfirmAgain")]
    [InlineData("2028-01-01", "ConfirmAgain")]
    public void After_a_year_it_is_confirmed_again(string day, string standing)
    {
        foreach (var declaration in new[] { Declared(InScope), Declared(OutOfScope), None() })
        {
            Assert.Equal(standing, declaration.StandingOn(DateOnly.Parse(day, null)).ToString());
            Done(declaration.Confirm(Owner, new DateTime(2027, 3, 10, 9, 0, 0, DateTimeKind.Utc)));
            Assert.Equal(DeclarationStanding.InOrder, declaration.StandingOn(new DateOnly(2027, 3, 10)));
        }
    }

    [Fact]
    public void The_year_is_counted_in_London()
    {
        // Half past eleven at night, UTC, on 30 June is half past midnight on 1 July in London.
        var declaration = PersonalAccountDeclaration.Declare(InScope, [], Owner, new DateTime(2026, 6, 30, 23, 30, 0, DateTimeKind.Utc)).Value;
        Assert.Equal(new DateOnly(2027, 7, 1), declaration.ConfirmAgainFrom);
    }

    [Fact]
    [Trait("Clause", "SCOPE-3")]
    public void None_that_names_the_school_does_not_stand_beside_one_that_does()
    {
        var none = None();
        var account = Declared(InScope, none);
        Assert.Equal(DeclarationStatus.Withdrawn, none.Status);
        Assert.IsType<DeclarationWithdrawn>(Assert.Single(none.UnsavedEvents));

        Assert.Equal(DeclarationErrors.AnAccountNamesSchool, PersonalAccountDeclaration.DeclareNone([none, account], Owner, Later).Error);

        Done(account.Withdraw(Owner, Later));
        Assert.Equal(DeclarationKind.NoneNamesSchool, PersonalAccountDeclaration.DeclareNone([none, account], Owner, Later).Value.Kind);
    }

    [Fact]
    [Trait("Clause", "SCOPE-3")]
    public void An_account_that_comes_to_name_the_school_ends_none_that_does()
    {
        var account = Declared(OutOfScope);
        var none = None(account);
        Done(account.Change(InScope, [account, none], Owner, Later));
        Assert.False(none.IsCurrent);
    }

    [Fact]
    [Trait("Clause", "SCOPE-4")]
    public void None_that_names_the_school_stands_beside_accounts_that_are_left_alone()
    {
        var none = None();
        Declared(OutOfScope, none);
        Assert.True(none.IsCurrent);
        Assert.Equal(none, PersonalAccountDeclaration.DeclareNone([none], Owner, Later).Value);
        Assert.Equal(Later, none.ConfirmedAt);
    }

    [Fact]
    public void A_withdrawn_declaration_keeps_no_name_and_frees_its_slot()
    {
        var (account, none) = (Declared(InScope), None());
        var slot = none.Slot;
        Done(account.Withdraw(Owner, Later));
        Done(none.Withdraw(Owner, Later));
        Assert.Equal(("", Later, DeclarationStanding.Withdrawn), (account.Handle, account.WithdrawnAt!.Value, account.StandingOn(LondonTime.DateOf(Later))));
        Assert.NotEqual(slot, none.Slot);
        Assert.Equal(slot, None(none).Slot);
    }

    private static readonly Dictionary<string, Func<PersonalAccountDeclaration, Actor, Result>> Actions = new(StringComparer.Ordinal)
    {
        ["Change"] = (one, by) => one.Change(WithoutDisclaimer, [one], by, Later),
        ["AddDisclaimer"] = (one, by) => one.AddDisclaimer(by, Later),
        ["Confirm"] = (one, by) => one.Confirm(by, Later),
        ["Withdraw"] = (one, by) => one.Withdraw(by, Later),
    };

    private const string Table = """
        action         NamesSchool  LeftAlone          NoneNamesSchool    Withdrawn
        Change         done         done               NotAnAccount       AlreadyWithdrawn
        AddDisclaimer  done         NeedsNoDisclaimer  NeedsNoDisclaimer  AlreadyWithdrawn
        Confirm        done         done               done               AlreadyWithdrawn
        Withdraw       done         done               done               AlreadyWithdrawn
        """;

    public static TheoryData<string, string, string> Cells()
    {
        var cells = new TheoryData<string, string, string>();
        var rows = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        foreach (var row in rows.Skip(1))
        {
            foreach (var (state, expected) in rows[0].Skip(1).Zip(row.Skip(1)))
            {
                cells.Add(state, row[0], expected);
            }
        }

        return cells;
    }

    private static PersonalAccountDeclaration In(string state)
    {
        var declaration = state switch
        {
            "LeftAlone" => Declared(OutOfScope),
            "NoneNamesSchool" => None(),
            _ => Declared(InScope with { DisclaimerShown = false }),
        };
        if (state == "Withdrawn")
        {
            Done(declaration.Withdraw(Owner, At));
            declaration.TakeEvents();
        }

        return declaration;
    }

    [Fact]
    public void The_table_names_every_action() => Assert.Equal(
        typeof(PersonalAccountDeclaration).GetMethods().Where(method => method.ReturnType == typeof(Result) && !method.Name.StartsWith("Check", StringComparison.Ordinal)).Select(method => method.Name).Order(),
        Cells().Select(cell => (string)cell[1]).Distinct().Order());

    [Theory]
    [MemberData(nameof(Cells))]
    public void An_action_is_done_or_refused_by_name_and_then_changes_nothing(string state, string action, string expected)
    {
        var declaration = In(state);
        var before = JsonSerializer.Serialize(declaration);
        var result = Actions[action](declaration, Owner);
        if (expected == "done")
        {
            Done(result);
            Assert.NotEmpty(declaration.UnsavedEvents);
            return;
        }

        Assert.Equal("Declaration." + expected, result.Error!.Code);
        Assert.Equal(before, JsonSerializer.Serialize(declaration));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Nobody_else_writes_it_whatever_their_roles(string state, string action, string expected)
    {
        Assert.NotEmpty(expected);
        var declaration = In(state);
        Assert.Equal(DeclarationErrors.NotYours, Actions[action](declaration, Leader).Error);
        Assert.Empty(declaration.UnsavedEvents);
    }

    [Fact]
    [Trait("Clause", "STF-4")]
    public void A_person_stands_as_the_worst_of_what_they_declared()
    {
        var today = LondonTime.DateOf(At);
        var (order, missing, none) = (Declared(InScope), Declared(WithoutDisclaimer), None());
        Assert.Equal(PersonalAccountStanding.NotDeclared, PersonalAccountDeclaration.StandingOf([], today));
        Assert.Equal(PersonalAccountStanding.InOrder, PersonalAccountDeclaration.StandingOf([none], today));
        Assert.Equal(PersonalAccountStanding.InOrder, PersonalAccountDeclaration.StandingOf([Declared(OutOfScope)], today));
        Assert.Equal(PersonalAccountStanding.InOrder, PersonalAccountDeclaration.StandingOf([order], today));
        Assert.Equal(PersonalAccountStanding.DisclaimerMissing, PersonalAccountDeclaration.StandingOf([order, missing], today));
        Assert.Equal(PersonalAccountStanding.ConfirmAgain, PersonalAccountDeclaration.StandingOf([order], today.AddYears(1)));
        Assert.Equal(PersonalAccountStanding.DisclaimerMissing, PersonalAccountDeclaration.StandingOf([order, missing], today.AddYears(1)));
        Done(missing.Withdraw(Owner, Later));
        Assert.Equal(PersonalAccountStanding.NotDeclared, PersonalAccountDeclaration.StandingOf([missing], today));
    }

    [Fact]
    public void The_portal_itself_declares_nothing() =>
        Assert.Throws<ArgumentException>(() => PersonalAccountDeclaration.DeclareNone([], Actor.Portal("Anything"), At));
}
