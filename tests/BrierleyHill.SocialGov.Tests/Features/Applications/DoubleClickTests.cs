using System.Data.Common;
using System.Net;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.Applications;

/// <summary>The narrow moment of a double click: the second click has looked whether the form was acted upon, and then the first one acts.</summary>
public sealed class DoubleClickTests : IDisposable
{
    private readonly PortalFactory _portal = new();
    private readonly HeldOnceAsked _held = new();

    public DoubleClickTests() => _portal.AlsoRegister = services => services.AddSingleton<IInterceptor>(_held);

    [Fact]
    public async Task A_click_that_finds_the_record_as_the_first_click_left_it_is_led_to_where_that_led()
    {
        var applicant = await _portal.AddPersonAsync();
        var (_, client) = await _portal.PersonAsync(Roles.SeniorLeader);
        var id = await _portal.AddApplicationAsync(applicant, applicant, await _portal.AddPersonAsync());
        var form = await client.OpenAsync($"/applications/{id}/decide");

        _held.Begin();
        var late = Task.Run(() => client.SubmitAsync(form, BusinessCaseForms.Approval()));
        await _held.Asked.WaitAsync(TimeSpan.FromSeconds(30));
        var early = await client.SubmitAsync(form, BusinessCaseForms.Approval());
        _held.GoOn();

        Assert.Equal($"/applications/{id}", early.Location);
        Assert.Equal((HttpStatusCode.Found, $"/applications/{id}"), ((await late).Status, (await late).Location));
        await _portal.UseDatabaseAsync(async database =>
            Assert.Single((await database.Applications.AsNoTracking().SingleAsync(one => one.Id == id)).Decisions));
    }

    public void Dispose() => _portal.Dispose();

    // Holds the first request that has asked whether its form was acted upon, with the answer "no" in its hand.
    private sealed class HeldOnceAsked : DbCommandInterceptor
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _left;

        public Task Asked => _asked.Task;

        public void Begin() => Volatile.Write(ref _left, 1);

        public void GoOn() => _goOn.SetResult();

        public override async ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("FormSubmissions", StringComparison.Ordinal) && Interlocked.Decrement(ref _left) == 0)
            {
                _asked.SetResult();
                await _goOn.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
            }

            return result;
        }
    }
}
