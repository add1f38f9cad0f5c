using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.People;
using CsCheck;
using static BrierleyHill.SocialGov.Tests.Support.Handovers;

namespace BrierleyHill.SocialGov.Tests.Domain.Handovers;

/// <summary>
/// Whatever is done in whatever order: once a hand-over is completed the leaver does nothing on the account, and the account is either closed or
/// administered by two who are ready, with no secret due and none known to the leaver.
/// </summary>
[Trait("Clause", "ADM-5")]
[Trait("Clause", "SLT-7")]
[Trait("Clause", "BC-4")]
public class HandoverHistoryTests
{
    private abstract record Deed;

    private sealed record Settle(HandoverStepKind Kind, bool IsDone) : Deed;

    private sealed record Name(int Person, AssignmentRole Role) : Deed;

    private sealed record TakeBack(HandoverStepKind Kind) : Deed;

    private sealed record Assign(int Person, AssignmentRole Role) : Deed;

    private sealed record EndPart(int Person) : Deed;

    private sealed record SwitchReady(int Person) : Deed;

    private sealed record SwitchRotation : Deed;

    private sealed record SwitchKnows : Deed;

    private sealed record Decide(HandoverOutcome Outcome) : Deed;

    private sealed record Complete : Deed;

    private static readonly Gen<HandoverStepKind> Kind = Gen.Int[0, HandoverSteps.Each.Count - 1].Select(index => HandoverSteps.Each[index]);
    private static readonly Gen<int> Person = Gen.Int[2, 6];
    private static readonly Gen<AssignmentRole> Role = Gen.Int[0, 2].Select(role => (AssignmentRole)role);

    private static readonly Gen<Deed> AnyDeed = Gen.Frequency(
        (14, Gen.Select(Kind, Gen.Bool, (kind, done) => (Deed)new Settle(kind, done))),
        (3, Gen.Select(Person, Role, (person, role) => (Deed)new Name(person, role))),
        (1, Kind.Select(kind => (Deed)new TakeBack(kind))),
        (2, Gen.Select(Person, Role, (person, role) => (Deed)new Assign(person, role))),
        (1, Person.Select(person => (Deed)new EndPart(person))),
        (2, Person.Select(person => (Deed)new SwitchReady(person))),
        (1, Gen.Const((Deed)new SwitchRotation())),
        (1, Gen.Const((Deed)new SwitchKnows())),
        (1, Gen.Bool.Select(closes => (Deed)new Decide(closes ? HandoverOutcome.Close : HandoverOutcome.Transfer))),
        (5, Gen.Const((Deed)new Complete())));

    [Fact]
    public void A_completed_hand_over_leaves_nobody_behind()
    {
        var (transferred, closed, refused) = (0, 0, 0);
        AnyDeed.Array[20, 80].Sample(
            deeds =>
            {
                var account = Account();
                var handover = Opened(account);
                var ready = new HashSet<int> { 2, 3, 4, 5, 6 };
                var (isDue, knows) = (false, false);
                foreach (var deed in deeds)
                {
                    var sees = Sees(readiness: Ready([.. ready]), rotations: isDue ? [Due] : [], knows: knows ? ["Main sign-in, password"] : []);
                    switch (deed)
                    {
                        case Settle one:
                            _ = handover.SettleStep(one.Kind, one.IsDone ? HandoverStepState.Done : HandoverStepState.NotApplicable, "So.", account, sees, Both, At);
                            break;
                        case Name one:
                            _ = handover.NameSuccessor(one.Person, one.Role, account, sees.Directory, Both, At);
                            break;
                        case TakeBack one:
                            _ = handover.TakeStepBack(one.Kind, "Wrong.", account, sees.Directory, Both, At);
                            break;
                        case Assign one:
                            _ = account.Assign(one.Person, one.Role, sees.Directory, Both, At);
                            break;
                        case EndPart one:
                            _ = account.EndAssignment(one.Person, "Over.", sees.Directory, Both, At);
                            break;
                        case SwitchReady one:
                            _ = ready.Remove(one.Person) || ready.Add(one.Person);
                            break;
                        case SwitchRotation:
                            isDue = !isDue;
                            break;
                        case SwitchKnows:
                            knows = !knows;
                            break;
                        case Decide one:
                            _ = handover.ChangeOutcome(one.Outcome, "So.", Both, At);
                            break;
                        case Complete when handover.Complete(account, sees, Both, At).IsRefused:
                            Interlocked.Increment(ref refused);
                            break;
                        case Complete:
                            Interlocked.Increment(ref handover.Outcome == HandoverOutcome.Close ? ref closed : ref transferred);
                            return IsLeftInOrder(account, handover, sees, isDue, knows);
                    }
                }

                return true;
            },
            iter: 4000);

        // The random lives end in each way, or the property says nothing.
        Assert.True(transferred > 20, $"{transferred} transfers, {closed} closings, {refused} refusals.");
        Assert.True(closed > 20, $"{transferred} transfers, {closed} closings, {refused} refusals.");
        Assert.True(refused > 100, $"{transferred} transfers, {closed} closings, {refused} refusals.");
    }

    // Counted here by itself, assignment by assignment.
    private static bool IsLeftInOrder(SocialMediaAccount account, Handover handover, HandoverCircumstances sees, bool isDue, bool knows)
    {
        var current = account.Assignments.Where(assignment => assignment.Until is null).ToList();
        if (current.Exists(assignment => assignment.PersonId == Leaver) || handover.Status != HandoverStatus.Completed)
        {
            return false;
        }

        if (handover.Outcome == HandoverOutcome.Close)
        {
            return account.Status == AccountStatus.Closed && current.Count == 0;
        }

        var ready = current.Where(assignment => assignment.Role != AssignmentRole.Poster)
            .Select(assignment => sees.Directory.Find(assignment.PersonId)!)
            .Count(person => person.Status == PersonStatus.Active && sees.Readiness.Of(person, At).IsReady);
        return ready >= 2 && !isDue && !knows && account.Status != AccountStatus.Closed;
    }
}
