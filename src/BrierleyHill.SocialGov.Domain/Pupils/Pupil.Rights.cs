using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Pupils;

/// <content>Who may know what of pupils, and who may change it.</content>
public sealed partial class Pupil
{
    /// <summary>Whether this person keeps the pupils and their consents: administrators, senior leaders and the safeguarding lead. The role of portal manager opens none of it.</summary>
    public static Result CheckMayKeep(Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return by.Holds(Roles.Administrator) || by.Holds(Roles.SeniorLeader) || by.Holds(Roles.SafeguardingLead) ? Result.Done : PupilErrors.OnlyThoseWhoKeep;
    }

    /// <summary>Whether this person may read the consent records: those who keep them, and the data protection officer, who is asked for proof.</summary>
    public static Result CheckMayRead(Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return by.Holds(Roles.DataProtectionOfficer) ? Result.Done : CheckMayKeep(by);
    }

    /// <summary>Whether this person may protect a pupil, and may know who is protected: the safeguarding lead and senior leaders.</summary>
    public static Result CheckMayProtect(Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return by.Holds(Roles.SafeguardingLead) || by.Holds(Roles.SeniorLeader) ? Result.Done : PupilErrors.OnlyThoseWhoProtect;
    }

    /// <summary>
    /// The decisions that this person may read. Of a use that is shown as "do not publish" nobody reads the decisions but those who may know of protection:
    /// they would tell a refusal from protection (ADR 49).
    /// </summary>
    /// <param name="reader">Who reads.</param>
    /// <param name="on">Today, London.</param>
    public IEnumerable<ConsentDecision> DecisionsShownTo(Actor reader, DateOnly on)
    {
        if (CheckMayRead(reader).IsRefused)
        {
            return [];
        }

        return CheckMayProtect(reader).IsRefused
            ? _decisions.GroupBy(decision => decision.UseKey).Where(one => ConsentCover.Of(IsProtected, LeavingOn, one, on).Shown != ShownAnswer.DoNotPublish).SelectMany(one => one)
            : _decisions;
    }
}
