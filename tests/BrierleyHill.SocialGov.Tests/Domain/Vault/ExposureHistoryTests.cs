using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using BrierleyHill.SocialGov.Tests.Support;
using CsCheck;

namespace BrierleyHill.SocialGov.Tests.Domain.Vault;

/// <summary>
/// A secret is due exactly when somebody knows it who does not administer the account, over random histories of looking, changing, assigning,
/// leaving, deactivating, breaking the glass and time going by: held against an oracle that lives through the history with a note of who
/// has the secret in mind, and knows nothing of secrets, versions and reveals.
/// </summary>
[Trait("Clause", "ADM-5")]
[Trait("Clause", "ADM-3")]
public class ExposureHistoryTests
{
    private static readonly DateTime Beginning = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Head = Support.People.Actor(9, Roles.SeniorLeader);

    // Person 2 leads and person 3 is deputy at first. 4 and 5 are staff, 8 is a senior leader, 5 holds the role of administrator.
    private static readonly int[] Everybody = [2, 3, 4, 5, 8];

    private abstract record Happening;

    private sealed record Look(int Person, SecretKind Kind) : Happening;

    private sealed record LookAtFormer(int Person) : Happening;

    private sealed record SeeCode(int Person) : Happening;

    private sealed record Rotate(int Person, SecretKind Kind) : Happening;

    private sealed record UseCode(int Person) : Happening;

    private sealed record Assign(int Person, AssignmentRole Role) : Happening;

    private sealed record Unassign(int Person) : Happening;

    private sealed record SetLeaving(int Person, int? InDays) : Happening;

    private sealed record SwitchActive(int Person) : Happening;

    private sealed record Wait(int Hours) : Happening;

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static readonly Gen<int> Person = OneOf(Everybody);
    private static readonly Gen<SecretKind> LettingIn = OneOf(SecretKind.Password, SecretKind.OneTimeCodeSecret, SecretKind.RecoveryCode);

    private static readonly Gen<Happening> AnyHappening = Gen.Frequency(
        (8, Gen.Select(Person, LettingIn, (person, kind) => (Happening)new Look(person, kind))),
        (1, Person.Select(person => (Happening)new LookAtFormer(person))),
        (1, Person.Select(person => (Happening)new SeeCode(person))),
        (5, Gen.Select(Person, LettingIn, (person, kind) => (Happening)new Rotate(person, kind))),
        (2, Person.Select(person => (Happening)new UseCode(person))),
        (4, Gen.Select(Person, OneOf(AssignmentRole.LeadAdministrator, AssignmentRole.DeputyAdministrator, AssignmentRole.Poster), (person, role) => (Happening)new Assign(person, role))),
        (3, Person.Select(person => (Happening)new Unassign(person))),
        (2, Gen.Select(Person, Gen.OneOf(Gen.Const((int?)null), Gen.Int[-1, 3].Select(days => (int?)days)), (person, days) => (Happening)new SetLeaving(person, days))),
        (2, Person.Select(person => (Happening)new SwitchActive(person))),
        (3, Gen.Int[1, 40].Select(hours => (Happening)new Wait(hours))));

    /// <summary>The oracle: who is whom, and what each has in mind.</summary>
    private sealed class Life
    {
        public DateTime Now { get; set; } = Beginning;

        public HashSet<int> Runs { get; } = [2, 3];

        public HashSet<int> Inactive { get; } = [];

        public Dictionary<int, DateOnly> LastDay { get; } = [];

        // For each code, who knows it: codes that were used are struck out.
        public Dictionary<SecretKind, Dictionary<int, HashSet<int>>> Minds { get; } = new()
        {
            [SecretKind.Password] = [],
            [SecretKind.OneTimeCodeSecret] = [],
            [SecretKind.RecoveryCode] = [],
        };

        public bool IsHere(int person) => !Inactive.Contains(person) && !(LastDay.TryGetValue(person, out var last) && LondonTime.DateOf(Now) > last);

        public bool MayRun(int person) => Runs.Contains(person) && IsHere(person);

        public IEnumerable<int> Strangers(SecretKind kind) => Minds[kind].Values.SelectMany(who => who).Distinct().Where(person => !MayRun(person)).Order();
    }

    private static PeopleDirectory DirectoryOf(Life life) => BusinessCases.Directory([.. Everybody.Select(person => Support.People.InDirectory(
        person,
        "Quillan",
        $"Person{(char)('a' + person)}",
        life.Inactive.Contains(person) ? PersonStatus.Deactivated : PersonStatus.Active,
        life.LastDay.TryGetValue(person, out var last) ? last : null))]);

    private static Actor Act(int person) => Support.People.Actor(person, person switch { 8 => Roles.SeniorLeader, 5 => Roles.Administrator, _ => Roles.None });

    private sealed class Tally
    {
        public int Due { get; set; }

        public int NotDue { get; set; }

        public HashSet<RotationCauseKind> Kinds { get; } = [];
    }

    [Fact]
    public void A_secret_is_due_exactly_when_somebody_without_a_current_assignment_knows_it()
    {
        var tally = new Tally();
        AnyHappening.Array[1, 40].Sample(
            history =>
            {
                var life = new Life();
                var account = SocialMediaAccount.FromApproval(BusinessCases.In(ApplicationStatus.Approved), BusinessCases.Leader, Beginning);
                var credential = Vaults.Done(StoredCredential.Add("Profile", null, VaultAccess.Of(account, DirectoryOf(life), Act(2), Beginning), DirectoryOf(life), Beginning));
                foreach (var happening in history)
                {
                    life.Now = life.Now.AddMinutes(1);
                    LiveThrough(happening, life, account, credential);
                    Compare(life, account, credential, tally);
                }
            },
            iter: 3000,
            threads: 1);

        // A property over histories in which nothing ever becomes due would say nothing.
        Assert.True(tally.Due > 1000 && tally.NotDue > 1000, $"{tally.Due} due, {tally.NotDue} not due");
        Assert.Equal(Enum.GetValues<RotationCauseKind>().Length, tally.Kinds.Count);
    }

    private static void Compare(Life life, SocialMediaAccount account, StoredCredential credential, Tally tally)
    {
        var directory = DirectoryOf(life);
        var today = LondonTime.DateOf(life.Now);
        var administrators = account.CurrentAdministrators(directory, today);
        var due = credential.Exposed().Select(exposed => exposed.DueWith(administrators, directory, today)).OfType<RotationDue>().ToDictionary(one => one.Kind);
        foreach (var kind in life.Minds.Keys)
        {
            var expected = life.Strangers(kind).ToList();
            var found = due.TryGetValue(kind, out var its) ? its.Because.Select(cause => cause.PersonId).Order().ToList() : [];
            Assert.Equal(expected, found);
            if (its is null)
            {
                tally.NotDue++;
                continue;
            }

            tally.Due++;
            Assert.All(its.Because, cause =>
            {
                tally.Kinds.Add(cause.Kind);
                Assert.True(cause.LastSawAt >= its.ChangedAt && cause.LastSawAt <= life.Now);
            });
        }
    }

    private static void LiveThrough(Happening happening, Life life, SocialMediaAccount account, StoredCredential credential)
    {
        var (directory, now) = (DirectoryOf(life), life.Now);
        VaultAccess Of(int person) => VaultAccess.Of(account, directory, Act(person), now);
        switch (happening)
        {
            case Look(var person, var kind):
                if (credential.Reveal(kind, null, "Why.", isProven: true, Of(person), now) is { IsRefused: false } shown)
                {
                    life.Minds[kind][shown.Value.Number].Add(person);
                }

                break;
            case LookAtFormer(var person):
                // Nobody learns the secret in force from one that was replaced.
                if (credential.Secrets.FirstOrDefault(secret => secret is { Kind: SecretKind.Password, IsCurrent: false }) is { } former)
                {
                    credential.Reveal(SecretKind.Password, former.Number, "Why.", isProven: true, Of(person), now);
                }

                break;
            case SeeCode(var person):
                credential.ShowOneTimeCode("Why.", isProven: true, Of(person), now);
                break;
            case Rotate(var person, SecretKind.RecoveryCode):
                var first = credential.NextNumber(SecretKind.RecoveryCode);
                if (!credential.StoreRecoveryCodes(["a", "b"], Of(person), now).IsRefused)
                {
                    life.Minds[SecretKind.RecoveryCode].Clear();
                    life.Minds[SecretKind.RecoveryCode][first] = [person];
                    life.Minds[SecretKind.RecoveryCode][first + 1] = [person];
                }

                break;
            case Rotate(var person, var kind):
                var number = credential.NextNumber(kind);
                if (!credential.Store(kind, "new", Of(person), now).IsRefused)
                {
                    life.Minds[kind].Clear();
                    life.Minds[kind][number] = [person];
                }

                break;
            case UseCode(var person):
                if (credential.Current(SecretKind.RecoveryCode) is { } code && !credential.UseRecoveryCode(code.Number, Of(person), now).IsRefused)
                {
                    life.Minds[SecretKind.RecoveryCode].Remove(code.Number);
                }

                break;
            case Assign(var person, var role):
                if (!account.Assign(person, role, directory, Head, now).IsRefused)
                {
                    _ = role == AssignmentRole.Poster ? life.Runs.Remove(person) : life.Runs.Add(person);
                }

                break;
            case Unassign(var person):
                if (!account.EndAssignment(person, "Why.", directory, Head, now).IsRefused)
                {
                    life.Runs.Remove(person);
                }

                break;
            case SetLeaving(var person, null):
                life.LastDay.Remove(person);
                break;
            case SetLeaving(var person, { } days):
                life.LastDay[person] = LondonTime.DateOf(now).AddDays(days);
                break;
            case SwitchActive(var person):
                if (!life.Inactive.Remove(person))
                {
                    life.Inactive.Add(person);
                }

                break;
            case Wait(var hours):
                life.Now = life.Now.AddHours(hours);
                break;
        }
    }
}
