using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BrierleyHill.SocialGov.Tests.Features.NeedToKnow;

/// <summary>
/// What happens in one case: drawn from a seed before anything is done, so that it is the same for both worlds. Both are prepared alike and see the same
/// clock and the same jobs; only the one has the incident.
/// </summary>
internal sealed class WorldsStory
{
    /// <summary>Stands in every free text and in the names of those who are not in the directory: none of it may come out.</summary>
    public const string Planted = "Zephyrine";

    private static readonly string[] Surnames = ["Okafor", "Whitcombe", "Raman", "Pugh", "Nowak", "Marchetti", "Bright", "Karim", "Forest", "Llewellyn", "Bevan", "Cartwright"];

    private static readonly Roles[] EachRole = [Roles.SeniorLeader, Roles.Administrator, Roles.DataProtectionOfficer, Roles.PortalManager, Roles.SafeguardingLead];

    private readonly Random _random;

    public WorldsStory(int seed)
    {
        _random = new Random(seed);
        // The first case is the worst: whoever is alleged holds every role.
        Alleged = Surnames[_random.Next(Surnames.Length)];
        AllegedRoles = seed == 0 ? EachRole.Aggregate((all, role) => all | role) : EachRole.Where(_ => _random.Next(2) == 0).Aggregate(Roles.None, (all, role) => all | role);
        Leader = Alleged == "Okafor" ? "Whitcombe" : "Okafor";
        var others = Surnames.Where(surname => surname != Alleged && surname != Leader).OrderBy(_ => _random.Next()).ToList();
        (Reporter, Investigator, Witness) = (others[0], others[1], others[2]);
        Number = _random.Next(Incident.SmallestNumber, Incident.LargestNumber + 1);
        Category = Pick<IncidentCategory>();
        IsDanger = _random.Next(3) == 0;
        IsNamedLater = seed != 0 && _random.Next(3) == 0;
        MailFails = seed == 0 || _random.Next(2) == 0;
        Source = Pick<IncidentSource>();
        Stage = seed == 0 ? int.MaxValue : _random.Next(1, 14);
    }

    public string Alleged { get; }

    public Roles AllegedRoles { get; }

    public string Leader { get; }

    public string Reporter { get; }

    public string Investigator { get; }

    public string Witness { get; }

    public int Number { get; }

    public IncidentCategory Category { get; }

    public bool IsDanger { get; }

    /// <summary>Whether the person alleged is named by a leader after it was reported: until then they may have been told of it.</summary>
    public bool IsNamedLater { get; }

    public bool MailFails { get; }

    public IncidentSource Source { get; }

    /// <summary>How far it goes.</summary>
    public int Stage { get; }

    public override string ToString() =>
        $"{Alleged} ({AllegedRoles}) alleged{(IsNamedLater ? " later" : "")} in {Category}{(IsDanger ? " with danger" : "")}, from {Source}, reported by {Reporter}, investigated by {Investigator}, up to {Stage}{(MailFails ? ", mail fails" : "")}";

    /// <summary>Lets the time pass in all worlds, with the jobs at their times, and the incident happen in the first.</summary>
    public async Task TellAsync(World troubled, params World[] quiet)
    {
        World[] worlds = [troubled, .. quiet];
        foreach (var world in worlds)
        {
            await PrepareAsync(world);
        }

        await PassAsync(TimeSpan.FromMinutes(7), worlds, jobs: false);
        await ReportAsync(troubled);
        // One goes out late, and some have been waiting for their answer by then.
        if (MailFails)
        {
            await FailOneAsync(troubled);
        }

        await PassAsync(TimeSpan.FromMinutes(1), worlds, jobs: true);
        foreach (var step in Steps().Take(Stage))
        {
            await step(troubled);
            await PassAsync(TimeSpan.FromMinutes(_random.Next(1, 40)), worlds, jobs: _random.Next(2) == 0);
        }

        // The next morning: the summaries, and the assessment is overdue where nobody has made it.
        await PassAsync(TimeSpan.FromHours(22), worlds, jobs: true);
        await PassAsync(TimeSpan.FromHours(30), worlds, jobs: true);
    }

    private static async Task PassAsync(TimeSpan time, World[] worlds, bool jobs)
    {
        foreach (var world in worlds)
        {
            world.Clock.Advance(time);
            if (jobs)
            {
                await world.RunJobsAsync();
            }
        }
    }

    // What is alike in both: the roles of the person alleged, who wants summaries, and some mail of other things.
    private Task<bool> PrepareAsync(World world) => world.UseAsync(async services =>
    {
        var database = services.GetRequiredService<SocialGovDbContext>();
        var people = await database.People.Where(person => Surnames.Contains(person.Surname)).ToListAsync();
        var by = new Actor(people.Single(person => person.Surname == "Pugh").Id, "Janet Pugh", Roles.PortalManager);
        people.Single(person => person.Surname == Alleged).ChangeRoles(AllegedRoles, 3, by, world.Now);
        foreach (var person in people.Where(person => person.Id % 2 == 0))
        {
            person.ChooseSummary(SummaryChoices.All, person.AsActor(), world.Now);
        }

        await database.SaveChangesAsync();
        var outbox = services.GetRequiredService<EmailOutbox>();
        foreach (var person in people)
        {
            outbox.Queue(database, person, new EmailText("HND-000001: a hand-over waits", ["It waits."], "/handovers/1", NotificationKinds.Handovers), world.Now);
        }

        await database.SaveChangesAsync();
        return true;
    });

    private IEnumerable<Func<World, Task>> Steps()
    {
        yield return world => LookAsync(world, Leader);
        yield return NameAllegedAsync;
        yield return world => AsLeaderAsync(world, (incident, leader) =>
            incident.AddToChronology(ChronologyKind.Note, world.Now.AddHours(-2), $"{Planted} rang the school.", null, leader, world.Now));
        yield return HandInEvidenceAsync;
        yield return world => AsLeaderAsync(world, (incident, leader) => incident.Assess(
            AssessedIncidents.Assessment(because: $"{Planted} is of the school.", actions: $"{Planted} was asked to stay at home.", next: $"Somebody speaks to {Planted}."), leader, world.Now));
        yield return world => AsLeaderAsync(world, async (incident, leader, database) =>
        {
            var investigator = await database.People.SingleAsync(person => person.Surname == Investigator);
            return incident.AppointInvestigator(investigator.Id, await database.LoadDirectoryAsync(CancellationToken.None), leader, world.Now);
        });
        yield return world => AsLeaderAsync(world, (incident, leader) => incident.StartRoute(Pick<IncidentRouteKind>(), leader, world.Now));
        yield return world => LookAsync(world, Investigator);
        yield return world => AsLeaderAsync(world, (incident, leader, database) =>
        {
            var begun = PersonalDataBreach.Begin(incident, world.Now.AddHours(-30), $"A list with {Planted} on it was sent to the wrong family.", leader, world.Now);
            return Task.FromResult(Added(database, begun));
        });
        yield return world => AsLeaderAsync(world, (incident, leader, database) => Task.FromResult(Added(database, Referral.Make(
            incident, 1, null, $"The office of {Planted}",
            new ReferralContactAnswers(world.Now, ContactMeans.Telephone, $"{Planted} at the desk", null, true, $"Ring {Planted} again.", false, world.Now.AddHours(5)), leader, world.Now))));
        yield return world => AsLeaderAsync(world, async (incident, leader, database) =>
        {
            var review = ContentReview.Begin(incident, 1, $"The film of {Planted}", leader, world.Now);
            var investigator = await database.People.SingleAsync(person => person.Surname == Investigator);
            return Added(database, review) is { IsRefused: true } refused
                ? refused
                : review.Value.Invite(incident, investigator.Id, await database.LoadDirectoryAsync(CancellationToken.None), leader, world.Now);
        });
        yield return world => AsLeaderAsync(world, async (incident, leader, database) =>
        {
            return incident.ReleaseInvestigator(1, $"{Planted} knows them.", await database.LoadDirectoryAsync(CancellationToken.None), leader, world.Now);
        });
        yield return world => LookAsync(world, Leader);
        yield return world => AsLeaderAsync(world, (incident, leader) =>
            incident.Resolve(AssessedIncidents.Resolving(outcome: $"{Planted} took it down.", lessons: $"Ask {Planted} earlier."), leader, world.Now));
        yield return world => AsLeaderAsync(world, (incident, leader) => incident.Reopen($"{Planted} wrote again.", leader, world.Now));
    }

    private static Result Added<TPart>(SocialGovDbContext database, Result<TPart> part)
        where TPart : IncidentPart
    {
        if (part.IsRefused)
        {
            return part.Error;
        }

        database.Add(part.Value);
        return Result.Done;
    }

    private async Task HandInEvidenceAsync(World world)
    {
        var client = await world.SignInAsync(await world.SomebodyAsync(Leader));
        await client.AddEvidenceAsync(Number, ($"{Planted}.txt", EvidenceFiles.Text(Planted)));
    }

    private Task ReportAsync(World world) => world.UseDatabaseAsync(async database =>
    {
        var directory = await database.LoadDirectoryAsync(CancellationToken.None);
        var reporter = await database.People.SingleAsync(person => person.Surname == Reporter);
        var alleged = await database.People.SingleAsync(person => person.Surname == Alleged);
        var witness = await database.People.SingleAsync(person => person.Surname == Witness);
        var source = Source switch
        {
            IncidentSource.Enquiry => await database.Enquiries.OrderBy(enquiry => enquiry.Id).Select(enquiry => (int?)enquiry.Id).FirstAsync(),
            IncidentSource.MonitoringCheck => await database.MonitoringChecks.OrderBy(check => check.Id).Select(check => (int?)check.Id).FirstAsync(),
            IncidentSource.PublicMention => await database.Mentions.OrderBy(mention => mention.Id).Select(mention => (int?)mention.Id).FirstAsync(),
            IncidentSource.None => null,
        };
        List<InvolvedPersonAnswers> people =
        [
            new(InvolvedType.Pupil, InvolvedRole.Subject, null, $"{Planted} Quint"),
            new(InvolvedType.Staff, InvolvedRole.Witness, witness.Id, null),
            .. IsNamedLater ? Array.Empty<InvolvedPersonAnswers>() : [new InvolvedPersonAnswers(InvolvedType.Staff, InvolvedRole.Alleged, alleged.Id, null)],
        ];
        var reported = Incident.Report(
            Number,
            new IncidentAnswers(
                $"{Planted} was written to at night.", IncidentWhere.Elsewhere, null, $"A chat called {Planted}", "https://social.example/zephyrine", world.Now.AddDays(-1), Pick<NoticedHow>(),
                Category, IsDanger, people, Source, source),
            null, directory, reporter.AsActor(), world.Now);
        Assert.False(reported.IsRefused, reported.IsRefused ? reported.Error.Message : "");
        database.Incidents.Add(reported.Value);
        await database.SaveChangesAsync();
    });

    private Task NameAllegedAsync(World world) => IsNamedLater
        ? AsLeaderAsync(world, async (incident, leader, database) =>
        {
            var alleged = await database.People.SingleAsync(person => person.Surname == Alleged);
            return incident.NamePerson(
                new InvolvedPersonAnswers(InvolvedType.Staff, InvolvedRole.Alleged, alleged.Id, null), await database.LoadDirectoryAsync(CancellationToken.None), leader, world.Now);
        })
        : Task.CompletedTask;

    private Task AsLeaderAsync(World world, Func<Incident, Actor, Result> act) => AsLeaderAsync(world, (incident, leader, _) => Task.FromResult(act(incident, leader)));

    private Task AsLeaderAsync(World world, Func<Incident, Actor, SocialGovDbContext, Task<Result>> act) => world.UseDatabaseAsync(async database =>
    {
        var leader = await database.People.SingleAsync(person => person.Surname == Leader);
        var incident = await database.Incidents.SingleAsync(found => found.Id == Number);
        var done = await act(incident, leader.AsActor(), database);
        Assert.False(done.IsRefused, done.IsRefused ? done.Error.Message : "");
        await database.SaveChangesAsync();
    });

    // Some of the pages of the incident, as somebody to whom it is open. Each is on record.
    private async Task LookAsync(World world, string surname)
    {
        var client = await world.SignInAsync(await world.SomebodyAsync(surname));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await client.GetAsync($"/incidents/{Number}")).Status);
        foreach (var pattern in Routes.Of(world, "GET").Where(pattern => pattern.StartsWith("incidents/{", StringComparison.Ordinal)).OrderBy(_ => _random.Next()).Take(10))
        {
            Assert.NotEqual(System.Net.HttpStatusCode.InternalServerError, (await client.GetAsync(Routes.Fill(pattern, Number, 1))).Status);
        }
    }

    // One e-mail about it was given up: portal managers are told of mail that fails.
    private static Task FailOneAsync(World world) => world.UseDatabaseAsync(async database =>
    {
        var email = await database.OutgoingEmails.OrderBy(one => one.Id).LastOrDefaultAsync(one => one.IncidentId != null && one.Status == OutgoingEmailStatus.Queued);
        if (email is null)
        {
            return;
        }

        while (email.Status != OutgoingEmailStatus.Failed)
        {
            email.Claim(email.NextAttemptAt);
            email.Postpone("The mail server refused the recipient (550).", email.NextAttemptAt);
        }

        await database.SaveChangesAsync();
    });

    private T Pick<T>()
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        return values[_random.Next(values.Length)];
    }
}
