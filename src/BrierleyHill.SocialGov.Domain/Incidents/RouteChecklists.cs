namespace BrierleyHill.SocialGov.Domain.Incidents;

/// <summary>The routes that the policy fixes, step by step in their order, and which of them an incident seems to need.</summary>
public static class RouteChecklists
{
    /// <summary>Every route, in the order in which they are offered.</summary>
    public static IReadOnlyList<IncidentRouteKind> Each { get; } = Enum.GetValues<IncidentRouteKind>();

    /// <summary>The steps of a route, in their order.</summary>
    public static IReadOnlyList<RouteStepKind> Of(IncidentRouteKind kind) => kind switch
    {
        IncidentRouteKind.Pupil => [RouteStepKind.BehaviourPolicyApplied, RouteStepKind.FamilyOfPupilTold, RouteStepKind.SafeUseTaught],
        IncidentRouteKind.ParentOrCarer => [RouteStepKind.AskedToRemove, RouteStepKind.InvitedToTalk, RouteStepKind.ComplaintsProcedure],
        IncidentRouteKind.Staff => [RouteStepKind.CodeOfConductChecked, RouteStepKind.DisciplinaryDecided],
        IncidentRouteKind.IllegalConduct => [RouteStepKind.EvidenceKept, RouteStepKind.PoliceTold, RouteStepKind.OtherAgenciesTold],
        IncidentRouteKind.Safeguarding => [RouteStepKind.SafeguardingLeadSpokenTo, RouteStepKind.SafeguardingLeadDecided],
        IncidentRouteKind.OffensiveComment => [RouteStepKind.CommentRemoved, RouteStepKind.AudienceExplained],
        IncidentRouteKind.Journalist => [RouteStepKind.NothingAnsweredYet, RouteStepKind.MediaPolicyFollowed],
        IncidentRouteKind.AbuseByColleague => [RouteStepKind.ProtocolFollowed, RouteStepKind.SupportOffered],
    };

    /// <summary>Whether it may be started before the incident is assessed: where waiting could harm somebody, or lose what the police need.</summary>
    public static bool DoesNotWait(this IncidentRouteKind kind) => kind is IncidentRouteKind.Safeguarding or IncidentRouteKind.IllegalConduct;

    /// <summary>Whether the step asks what was done to a comment on its platform.</summary>
    public static bool AsksForMeans(this RouteStepKind kind) => kind == RouteStepKind.CommentRemoved;

    /// <summary>Whether the step explains to the audience (OFF-2). It has no outcome of its own, and is skipped only with the reason why no explanation could be given.</summary>
    public static bool IsExplanation(this RouteStepKind kind) => kind == RouteStepKind.AudienceExplained;
}

/// <summary>A route that an incident seems to need, and why. Which are started a person decides.</summary>
/// <param name="Kind">The route.</param>
/// <param name="Because">Why it is suggested, in a sentence.</param>
public sealed record RouteSuggestion(IncidentRouteKind Kind, string Because);

/// <summary>Works out which routes an incident seems to need: by its category, and by who is said to have done it.</summary>
public static class RouteSuggestions
{
    /// <summary>What is suggested, in the order in which routes are offered.</summary>
    /// <param name="category">What kind of incident it is.</param>
    /// <param name="isDanger">Whether somebody is in danger.</param>
    /// <param name="people">Type and role of everybody involved.</param>
    public static IReadOnlyList<RouteSuggestion> For(
        IncidentCategory category, bool isDanger, IReadOnlyCollection<(InvolvedType Type, InvolvedRole Role)> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        var suggested = new List<RouteSuggestion>();
        bool Alleged(InvolvedType type) => people.Contains((type, InvolvedRole.Alleged));
        void Suggest(bool applies, IncidentRouteKind kind, string because)
        {
            if (applies && suggested.TrueForAll(one => one.Kind != kind))
            {
                suggested.Add(new RouteSuggestion(kind, because));
            }
        }

        var isHurtful = category is IncidentCategory.Offensive or IncidentCategory.Defamatory or IncidentCategory.Discriminatory
            or IncidentCategory.Harassing or IncidentCategory.Bullying;
        Suggest(Alleged(InvolvedType.Pupil), IncidentRouteKind.Pupil, "A pupil is said to have done it.");
        Suggest(Alleged(InvolvedType.ParentOrCarer), IncidentRouteKind.ParentOrCarer, "A parent or carer is said to have done it.");
        Suggest(Alleged(InvolvedType.Staff), IncidentRouteKind.Staff, "A member of staff is said to have done it.");
        Suggest(category == IncidentCategory.ContactWithPupils, IncidentRouteKind.Staff, "Contact with pupils on personal accounts is against the code of conduct.");
        Suggest(
            category is IncidentCategory.Discriminatory or IncidentCategory.Harassing,
            IncidentRouteKind.IllegalConduct,
            "Discrimination and harassment can be criminal offences.");
        Suggest(isDanger, IncidentRouteKind.Safeguarding, "Somebody may be in danger.");
        Suggest(
            category is IncidentCategory.Safeguarding or IncidentCategory.ContactWithPupils,
            IncidentRouteKind.Safeguarding,
            "The category says that a child may have to be protected.");
        Suggest(isHurtful, IncidentRouteKind.OffensiveComment, "The category says that something hurtful was posted.");
        Suggest(category == IncidentCategory.Journalist, IncidentRouteKind.Journalist, "A journalist is involved.");
        Suggest(
            isHurtful && Alleged(InvolvedType.Staff) && people.Contains((InvolvedType.Staff, InvolvedRole.Subject)),
            IncidentRouteKind.AbuseByColleague,
            "A member of staff is said to have hurt a colleague.");
        return [.. suggested.OrderBy(one => one.Kind)];
    }
}
