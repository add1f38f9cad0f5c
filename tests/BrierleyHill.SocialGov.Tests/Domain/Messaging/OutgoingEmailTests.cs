using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Tests.Domain.Messaging;

public class OutgoingEmailTests
{
    private static readonly DateTime Start = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Manager = new(1, "Mo Manager", Roles.PortalManager);

    /// <summary>Every status × every action: what the e-mail becomes, or "" where the action is refused.</summary>
    public static TheoryData<OutgoingEmailStatus, string, OutgoingEmailStatus?> Table()
    {
        var allowed = new Dictionary<(OutgoingEmailStatus, string), OutgoingEmailStatus>
        {
            [(OutgoingEmailStatus.Queued, "Claim")] = OutgoingEmailStatus.Claimed,
            [(OutgoingEmailStatus.Claimed, "HandOver")] = OutgoingEmailStatus.HandingOver,
            [(OutgoingEmailStatus.Claimed, "PutBack")] = OutgoingEmailStatus.Queued,
            [(OutgoingEmailStatus.Queued, "Withhold")] = OutgoingEmailStatus.Withheld,
            [(OutgoingEmailStatus.Claimed, "Withhold")] = OutgoingEmailStatus.Withheld,
            [(OutgoingEmailStatus.Claimed, "Postpone")] = OutgoingEmailStatus.Queued,
            [(OutgoingEmailStatus.HandingOver, "Postpone")] = OutgoingEmailStatus.Queued,
            [(OutgoingEmailStatus.HandingOver, "MarkAsSent")] = OutgoingEmailStatus.Sent,
            [(OutgoingEmailStatus.HandingOver, "PutInDoubt")] = OutgoingEmailStatus.InDoubt,
            [(OutgoingEmailStatus.Failed, "TryAgain")] = OutgoingEmailStatus.Queued,
            [(OutgoingEmailStatus.InDoubt, "TryAgain")] = OutgoingEmailStatus.Queued,
        };
        var table = new TheoryData<OutgoingEmailStatus, string, OutgoingEmailStatus?>();
        foreach (var status in Enum.GetValues<OutgoingEmailStatus>())
        {
            foreach (var action in (string[])["Claim", "HandOver", "MarkAsSent", "Postpone", "PutBack", "PutInDoubt", "PutInDoubtWhenAbandoned", "TryAgain", "Withhold"])
            {
                table.Add(status, action, allowed.TryGetValue((status, action), out var becomes) ? becomes : null);
            }
        }

        return table;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_action_is_for_its_statuses_alone(OutgoingEmailStatus status, string action, OutgoingEmailStatus? becomes)
    {
        var email = In(status);
        var result = Do(email, action, email.NextAttemptAt);
        Assert.Equal(becomes is null, result.IsRefused);
        Assert.Equal(becomes ?? status, email.Status);
    }

    [Fact]
    public void A_message_is_not_claimed_before_it_is_due()
    {
        var email = Queued();
        Assert.Equal(MessagingErrors.NotDue, email.Claim(Start.AddTicks(-1)).Error);
        Assert.False(email.Claim(Start).IsRefused);
    }

    [Fact]
    public void A_claim_that_ran_out_can_be_taken_over_and_one_that_did_not_cannot()
    {
        var email = In(OutgoingEmailStatus.Claimed);
        Assert.Equal(MessagingErrors.NotDue, email.Claim(Start + OutgoingEmail.ClaimLifetime - TimeSpan.FromTicks(1)).Error);
        Assert.False(email.Claim(Start + OutgoingEmail.ClaimLifetime).IsRefused);
        Assert.Equal(Start + (OutgoingEmail.ClaimLifetime * 2), email.ClaimedUntil);
    }

    [Fact]
    public void A_message_that_was_being_handed_over_is_never_claimed_again_but_in_doubt_once_its_claim_ran_out()
    {
        var email = In(OutgoingEmailStatus.HandingOver);
        var over = Start + OutgoingEmail.ClaimLifetime;
        Assert.Equal(MessagingErrors.NotDue, email.Claim(over.AddDays(100)).Error);
        Assert.Equal(MessagingErrors.StillHeld, email.PutInDoubtWhenAbandoned("Stopped.", over.AddTicks(-1)).Error);
        Assert.False(email.PutInDoubtWhenAbandoned("Stopped.", over).IsRefused);
        Assert.Equal(OutgoingEmailStatus.InDoubt, email.Status);
        Assert.IsType<EmailInDoubt>(Assert.Single(email.UnsavedEvents));
    }

    [Fact]
    public void The_waits_grow_and_after_the_last_the_message_has_failed()
    {
        var email = Queued();
        var at = Start;
        foreach (var wait in OutgoingEmail.Waits)
        {
            Assert.False(email.Claim(at).IsRefused);
            Assert.False(email.Postpone("Refused.", at).IsRefused);
            Assert.Equal(at + wait, email.NextAttemptAt);
            Assert.Empty(email.UnsavedEvents);
            at = email.NextAttemptAt;
        }

        email.Claim(at);
        email.Postpone("Refused for good.", at);
        Assert.Equal(OutgoingEmailStatus.Failed, email.Status);
        Assert.Equal("Refused for good.", email.LastError);
        Assert.Equal(OutgoingEmail.Waits.Count + 1, email.Attempts);
        Assert.IsType<EmailFailed>(Assert.Single(email.UnsavedEvents));
        Assert.Equal([.. OutgoingEmail.Waits.Order()], OutgoingEmail.Waits);
    }

    [Theory]
    [InlineData(OutgoingEmailStatus.Sent)]
    [InlineData(OutgoingEmailStatus.Withheld)]
    public void The_text_is_gone_once_it_is_not_needed(OutgoingEmailStatus status) => Assert.Equal("", In(status).ProtectedBody);

    [Theory]
    [InlineData(OutgoingEmailStatus.Failed)]
    [InlineData(OutgoingEmailStatus.InDoubt)]
    public void The_text_is_kept_while_it_may_be_tried_again(OutgoingEmailStatus status) => Assert.Equal("protected", In(status).ProtectedBody);

    [Fact]
    public void Trying_again_starts_the_waits_anew_under_the_same_message_id()
    {
        var email = In(OutgoingEmailStatus.Failed);
        email.TakeEvents();
        var at = email.NextAttemptAt.AddHours(1);
        Assert.False(email.TryAgain(Manager, at).IsRefused);
        Assert.Equal((0, at, "id@school.example", null), (email.Attempts, email.NextAttemptAt, email.MessageId, email.LastError));
        Assert.Equal(Manager, Assert.IsType<EmailTriedAgain>(Assert.Single(email.UnsavedEvents)).By);
    }

    [Fact]
    public void A_message_that_waits_after_a_refused_attempt_can_be_tried_at_once()
    {
        var email = In(OutgoingEmailStatus.Claimed);
        email.Postpone("Refused.", Start);
        Assert.False(email.TryAgain(Manager, Start.AddSeconds(1)).IsRefused);
        Assert.Equal(Start.AddSeconds(1), email.NextAttemptAt);
    }

    [Theory]
    [InlineData(Roles.None)]
    [InlineData(Roles.SeniorLeader | Roles.Administrator | Roles.DataProtectionOfficer)]
    public void Only_portal_managers_have_it_tried_again(Roles roles)
    {
        var email = In(OutgoingEmailStatus.Failed);
        Assert.Equal(MessagingErrors.OnlyPortalManagers, email.TryAgain(new Actor(2, "Sam Staff", roles), Start).Error);
        Assert.Equal(OutgoingEmailStatus.Failed, email.Status);
    }

    [Fact]
    public void A_long_error_is_cut()
    {
        var email = In(OutgoingEmailStatus.Claimed);
        email.Postpone(new string('x', 1000), Start);
        Assert.Equal(OutgoingEmail.ErrorMaximumLength, email.LastError!.Length);
    }

    private static OutgoingEmail Queued() => OutgoingEmail.Queue("id@school.example", 7, "pat@school.example", "Something waits", "protected", Start);

    private static OutgoingEmail In(OutgoingEmailStatus status)
    {
        var email = Queued();
        var at = Start;
        switch (status)
        {
            case OutgoingEmailStatus.Queued:
                break;
            case OutgoingEmailStatus.Claimed:
                email.Claim(at);
                break;
            case OutgoingEmailStatus.HandingOver:
                email.Claim(at);
                email.HandOver(at);
                break;
            case OutgoingEmailStatus.Sent:
                email.Claim(at);
                email.HandOver(at);
                email.MarkAsSent(at);
                break;
            case OutgoingEmailStatus.Failed:
                for (var attempt = 0; attempt <= OutgoingEmail.Waits.Count; attempt++)
                {
                    email.Claim(email.NextAttemptAt);
                    email.Postpone("Refused.", email.NextAttemptAt);
                }

                break;
            case OutgoingEmailStatus.InDoubt:
                email.Claim(at);
                email.HandOver(at);
                email.PutInDoubt("Stopped.", at);
                break;
            case OutgoingEmailStatus.Withheld:
                email.Claim(at);
                email.Withhold("Deactivated.", at);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(status));
        }

        Assert.Equal(status, email.Status);
        return email;
    }

    private static Result Do(OutgoingEmail email, string action, DateTime at) => action switch
    {
        "Claim" => email.Claim(at),
        "HandOver" => email.HandOver(at),
        "MarkAsSent" => email.MarkAsSent(at),
        "Postpone" => email.Postpone("Refused.", at),
        "PutBack" => email.PutBack(),
        "PutInDoubt" => email.PutInDoubt("Stopped.", at),
        "PutInDoubtWhenAbandoned" => email.PutInDoubtWhenAbandoned("Stopped.", at),
        "TryAgain" => email.TryAgain(Manager, at),
        "Withhold" => email.Withhold("Deactivated.", at),
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
