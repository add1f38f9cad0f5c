using System.Net;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Vault;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Vault;

/// <summary>A secret that somebody knows who does not run the account is due for rotation: people are told at once, and every working day until it is changed.</summary>
[Trait("Clause", "ADM-5")]
[Trait("Clause", "ADM-3")]
#pragma warning disable CA1001 // xunit disposes it through IAsyncLifetime.
public sealed class RotationTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly Counted _portal = new();
    private VaultAccount _account = null!;
    private int _id;
    private Person _administrator = null!;

    public async Task InitializeAsync()
    {
        _administrator = await _portal.AddPersonAsync(Roles.Administrator);
        _account = await _portal.AddVaultAccountAsync();
        _id = await _portal.AddCredentialAsync(_account);
        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    private Task ChangeAsync(Func<SocialMediaAccount, PeopleDirectory, Result> change) => _portal.UseDatabaseAsync(async database =>
    {
        var account = (await database.Accounts.FindAsync(_account.Id))!;
        Vaults.Done(change(account, await database.LoadDirectoryAsync(default)));
        await database.SaveChangesAsync();
    });

    private Task ChangePersonAsync(Person person, Func<Person, Result> change) => _portal.UseDatabaseAsync(async database =>
    {
        Vaults.Done(change((await database.People.FindAsync(person.Id))!));
        await database.SaveChangesAsync();
    });

    private Task<int> ChaseAsync() => _portal.UseAsync(services => services.GetRequiredService<ChaseRotations>().RunAsync(default));

    // Who was told of it in the portal since then, each with the text and the path.
    private Task<List<(int Person, string Text, string Path)>> ToldAsync() => _portal.UseDatabaseAsync(async database => (await database.Notifications.AsNoTracking()
            .Where(its => its.Reference == $"CRE-{_id:D6}" && its.Text.Contains("due for rotation"))
            .OrderBy(its => its.Id)
            .ToListAsync())
        .Select(its => (its.PersonId, its.Text, its.Path)).ToList());

    private Actor Approver => _account.Approver.AsActor();

    [Fact]
    public async Task While_only_its_administrators_know_it_nothing_is_due()
    {
        await _portal.RevealAsync(_account, _id, _account.Deputy);
        Assert.Empty(await _portal.DueAsync(_account));
        Assert.Equal(0, await ChaseAsync());
        Assert.DoesNotContain("Due for rotation", (await (await _portal.SignInAsync(_account.Lead)).OpenAsync(_account.Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_loses_the_assignment_makes_it_due_with_name_and_date_and_only_a_new_secret_clears_it()
    {
        await _portal.RevealAsync(_account, _id, _account.Deputy);
        await ChangeAsync((account, directory) => account.EndAssignment(_account.Deputy.Id, "Other duties.", directory, Approver, _portal.Now));

        var cause = Assert.Single(Assert.Single(await _portal.DueAsync(_account)).Because);
        Assert.Equal((_account.Deputy.Id, RotationCauseKind.NotAssigned, _portal.Now), (cause.PersonId, cause.Kind, cause.LastSawAt));
        var told = await ToldAsync();
        Assert.Equal(new[] { _account.Lead.Id, _administrator.Id }.Order(), told.Select(one => one.Person).Order());
        Assert.All(told, one => Assert.Contains($"The password of ACC-{_account.Id:D6} is due for rotation because of {_account.Deputy.FullName}.", one.Text, StringComparison.Ordinal));
        // Each is led to a page that they may open.
        foreach (var (person, path) in told.Select(one => (one.Person, one.Path)))
        {
            await (await _portal.SignInAsync(person == _administrator.Id ? _administrator : _account.Lead)).OpenAsync(path);
        }

        await _portal.UseDatabaseAsync(async database =>
        {
            var mails = await database.OutgoingEmails.AsNoTracking().Where(its => its.Subject == $"CRE-{_id:D6}: a secret is due for rotation").ToListAsync();
            Assert.Equal(2, mails.Count);
        });

        // It blocks nothing, and says so where the secret is.
        var lead = await _portal.SignInAsync(_account.Lead, _portal.Now);
        var page = await lead.OpenAsync($"{_account.Path}/{_id}");
        Assert.Contains($"{_account.Deputy.FullName} does not administer the account, and last saw it on 10 March 2026", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await lead.FillAsync($"{_account.Path}/{_id}/password/reveal", ("Form.Reason", "To post."))).Status);
        Assert.Single(await _portal.DueAsync(_account));

        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await lead.FillAsync($"{_account.Path}/{_id}/password/store", ("Form.Secret", "A-new-one-for-all-9"));
        Assert.Empty(await _portal.DueAsync(_account));
    }

    [Fact]
    public async Task Whoever_stored_it_knows_it_without_ever_having_looked()
    {
        await ChangeAsync((account, directory) => account.EndAssignment(_account.Lead.Id, "Left the post.", directory, Approver, _portal.Now));
        Assert.Equal(_account.Lead.Id, Assert.Single(Assert.Single(await _portal.DueAsync(_account)).Because).PersonId);
    }

    [Fact]
    public async Task Who_becomes_a_poster_makes_it_due()
    {
        await _portal.RevealAsync(_account, _id, _account.Deputy);
        await ChangeAsync((account, directory) => account.Assign(_account.Deputy.Id, AssignmentRole.Poster, directory, Approver, _portal.Now));
        Assert.Single(await _portal.DueAsync(_account));
        Assert.NotEmpty(await ToldAsync());
    }

    [Fact]
    public async Task Who_is_deactivated_makes_it_due_in_every_account()
    {
        await _portal.RevealAsync(_account, _id, _account.Deputy);
        await ChangePersonAsync(_account.Deputy, person => person.Deactivate("Left.", 1, PeopleActors.CommandLine, _portal.Now));
        Assert.Equal(RotationCauseKind.Deactivated, Assert.Single(Assert.Single(await _portal.DueAsync(_account)).Because).Kind);
        Assert.Equal(new[] { _account.Lead.Id, _administrator.Id }.Order(), (await ToldAsync()).Select(one => one.Person).Order());
    }

    [Fact]
    public async Task A_last_day_that_passes_makes_it_due_and_the_job_notices()
    {
        await _portal.RevealAsync(_account, _id, _account.Deputy);
        await ChangePersonAsync(_account.Deputy, person => person.RecordLeavingDate(new DateOnly(2026, 3, 10), PeopleActors.CommandLine, _portal.Now));
        Assert.Equal(0, await ChaseAsync());

        _portal.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 11, 8, 0, 0, TimeSpan.Zero));
        Assert.Equal(RotationCauseKind.Left, Assert.Single(Assert.Single(await _portal.DueAsync(_account)).Because).Kind);
        Assert.Equal(1, await ChaseAsync());
        Assert.Equal(2, (await ToldAsync()).Count);
    }

    [Fact]
    public async Task A_broken_glass_makes_it_due_and_who_looks_twice_is_told_of_once()
    {
        await _portal.RevealAsync(_account, _id, _account.Approver);
        await _portal.RevealAsync(_account, _id, _account.Approver);
        var cause = Assert.Single(Assert.Single(await _portal.DueAsync(_account)).Because);
        Assert.Equal(_account.Approver.Id, cause.PersonId);
        Assert.Equal(3, (await ToldAsync()).Count);
        Assert.Equal(0, await ChaseAsync());
    }

    [Fact]
    public async Task A_second_person_does_not_make_it_due_again()
    {
        await _portal.RevealAsync(_account, _id, _account.Approver);
        await _portal.RevealAsync(_account, _id, _account.Deputy);
        var before = (await ToldAsync()).Count;
        await ChangeAsync((account, directory) => account.EndAssignment(_account.Deputy.Id, "Other duties.", directory, Approver, _portal.Now));
        Assert.Equal(2, Assert.Single(await _portal.DueAsync(_account)).Because.Count);
        Assert.Equal(before, (await ToldAsync()).Count);
    }

    [Fact]
    public async Task It_is_chased_once_each_working_day_from_eight_until_it_is_changed()
    {
        await _portal.RevealAsync(_account, _id, _account.Deputy);
        await ChangeAsync((account, directory) => account.EndAssignment(_account.Deputy.Id, "Other duties.", directory, Approver, _portal.Now));
        var perTelling = (await ToldAsync()).Count;
        Assert.Equal(0, await ChaseAsync());

        var tellings = 1;
        // Wednesday to Tuesday: a weekend lies between.
        for (var day = new DateTimeOffset(2026, 3, 11, 0, 0, 0, TimeSpan.Zero); day.Day <= 17; day = day.AddDays(1))
        {
            _portal.Clock.SetUtcNow(day.AddHours(7.9));
            Assert.Equal(0, await ChaseAsync());
            _portal.Clock.SetUtcNow(day.AddHours(8));
            var isWorkingDay = day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
            Assert.Equal(isWorkingDay ? 1 : 0, await ChaseAsync());
            _portal.Clock.SetUtcNow(day.AddHours(15));
            Assert.Equal(0, await ChaseAsync());
            tellings += isWorkingDay ? 1 : 0;
        }

        Assert.Equal(tellings * perTelling, (await ToldAsync()).Count);
        var lead = await _portal.SignInAsync(_account.Lead, _portal.Now);
        await lead.FillAsync($"{_account.Path}/{_id}/password/store", ("Form.Secret", "A-new-one-for-all-9"));
        _portal.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 18, 8, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await ChaseAsync());
    }

    [Fact]
    public async Task Of_two_portals_one_chases()
    {
        await _portal.RevealAsync(_account, _id, _account.Approver);
        _portal.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 11, 9, 0, 0, TimeSpan.Zero));

        var chased = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(ChaseAsync)));

        Assert.Equal(1, chased.Sum());
        Assert.Equal(1, await _portal.UseDatabaseAsync(database => database.RotationReminders.CountAsync(reminder => reminder.ChasedOn != null)));
        // The index by itself lets no second one through.
        await Assert.ThrowsAsync<DbUpdateException>(() => _portal.UseDatabaseAsync(async database =>
        {
            var due = Assert.Single(await database.LoadRotationsDueAsync([_account.Id], _portal.Now, default));
            database.RotationReminders.Add(RotationReminder.Chase(due, null, BrierleyHill.SocialGov.Domain.Calendar.WorkingCalendar.EnglandAndWales, Actor.Portal("Second"), _portal.Now)!);
            await database.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Recovery_codes_are_one_secret_together_and_used_ones_are_out_of_it()
    {
        var id = await _portal.AddCredentialAsync(_account, "With codes", (SecretKind.RecoveryCode, "one\ntwo\nthree"));
        var leader = await _portal.SignInAsync(_account.Approver, _portal.Now);
        Assert.Equal(HttpStatusCode.OK, (await leader.FillAsync($"{_account.Path}/{id}/recoverycode/reveal", ("Form.Reason", "The phone is lost."))).Status);

        var due = Assert.Single(await _portal.DueAsync(_account), secret => secret.CredentialId == id);
        Assert.Equal(SecretKind.RecoveryCode, due.Kind);
        // The one that the leader saw is used: it lets nobody in, and the others nobody outside has seen.
        var lead = await _portal.SignInAsync(_account.Lead, _portal.Now);
        await lead.SubmitFormAsync(await lead.OpenAsync($"{_account.Path}/{id}/recovery-codes"), "main form[action$='/1/used']");
        Assert.DoesNotContain(await _portal.DueAsync(_account), secret => secret.CredentialId == id);
    }

    [Fact]
    public async Task A_closed_account_is_not_chased_and_a_withdrawn_sign_in_is_not_due()
    {
        await _portal.RevealAsync(_account, _id, _account.Approver);
        var lead = await _portal.SignInAsync(_account.Lead, _portal.Now);
        await lead.FillAsync($"{_account.Path}/{_id}/withdraw", ("Form.IsShut", "true"), ("Form.Reason", "Deleted there."));
        Assert.Empty(await _portal.DueAsync(_account));

        var other = await _portal.AddCredentialAsync(_account, "Other");
        await _portal.RevealAsync(_account, other, _account.Approver);
        await ChangeAsync((account, _) => account.Close("Not needed.", Approver, _portal.Now));
        Assert.Single(await _portal.DueAsync(_account));
        Assert.Empty(await _portal.UseDatabaseAsync(database => database.LoadRotationsDueAsync(null, _portal.Now, default)));
        _portal.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 11, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await ChaseAsync());
    }

    [Fact]
    public async Task To_read_what_is_due_takes_the_same_number_of_queries_however_much_there_is()
    {
        for (var number = 0; number < 4; number++)
        {
            await _portal.RevealAsync(_account, await _portal.AddCredentialAsync(_account, $"More {number}"), _account.Approver);
        }

        var more = await _portal.AddVaultAccountAsync();
        await _portal.RevealAsync(more, await _portal.AddCredentialAsync(more), more.Approver);
        Assert.Equal(5, (await _portal.UseDatabaseAsync(database => database.LoadRotationsDueAsync(null, _portal.Now, default))).Count);
        var one = await StatementsAsync([more.Id]);
        Assert.InRange(one, 4, 10);
        Assert.Equal(one, await StatementsAsync(null));
    }

    private async Task<int> StatementsAsync(IReadOnlyCollection<int>? accounts)
    {
        _portal.Statements.Texts.Clear();
        await _portal.UseDatabaseAsync(database => database.LoadRotationsDueAsync(accounts, _portal.Now, default));
        return _portal.Statements.Texts.Count(text => text.StartsWith("SELECT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_access_history_is_filtered_sorted_and_paged()
    {
        for (var number = 0; number < 30; number++)
        {
            await _portal.RevealAsync(_account, _id, number % 3 == 0 ? _account.Deputy : _account.Lead);
        }

        var other = await _portal.AddVaultAccountAsync();
        await _portal.RevealAsync(other, await _portal.AddCredentialAsync(other, "Elsewhere"), other.Lead);
        var client = await _portal.SignInAsync(_account.Lead);

        var page = await client.OpenAsync($"{_account.Path}/history");
        Assert.Contains("Showing 1 to 25 of 32", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Elsewhere", page.Text, StringComparison.Ordinal);
        Assert.Contains("Showing 1 to 10 of 10", (await client.OpenAsync($"{_account.Path}/history?PersonId={_account.Deputy.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("Showing 1 to 1 of 1", (await client.OpenAsync($"{_account.Path}/history?Event={nameof(SecretStored)}")).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing fits this filter.", (await client.OpenAsync($"{_account.Path}/history?CredentialId=2147483647")).Text, StringComparison.Ordinal);
        Assert.Contains("Showing 26 to 32 of 32", (await client.OpenAsync($"{_account.Path}/history?page=2&sort=who&direction=descending")).Text, StringComparison.Ordinal);
        // An event of another feature cannot be asked for by this door.
        Assert.Contains("Showing 1 to 25 of 32", (await client.OpenAsync($"{_account.Path}/history?Event=AccountEntered")).Text, StringComparison.Ordinal);
    }

    private sealed class Counted : PortalFactory
    {
        public StatementCount Statements { get; } = new();

        protected override void Configure(IWebHostBuilder builder) =>
            builder.ConfigureTestServices(services => services.AddSingleton<IInterceptor>(Statements));
    }
}
