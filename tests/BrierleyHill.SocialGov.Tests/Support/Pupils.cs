using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Pupils;
using BrierleyHill.SocialGov.Domain.ImpactAssessments;
using BrierleyHill.SocialGov.Domain.People;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>Pupils and what was answered about them.</summary>
internal static class Pupils
{
    private static int _numbers;

    public static Actor Administrator { get; } = new(2, "Tomasz Nowak", Roles.Administrator);

    public static Actor Leader { get; } = new(3, "Margaret Okafor", Roles.SeniorLeader);

    public static Actor Safeguarding { get; } = new(4, "Daniel Whitcombe", Roles.SafeguardingLead);

    public static Actor Officer { get; } = new(5, "Helen Marchetti", Roles.DataProtectionOfficer);

    public static Actor Portal { get; } = Actor.Portal("A parent or carer, by their link");

    public static ImageUse Website { get; } = ImageUse.Of(ImageChannel.Website, ImageMedium.Photograph);

    public static ImageUse Facebook { get; } = ImageUse.Of(new AccountPlace(Platform.Facebook, "", Openness.Open), ImageMedium.Photograph);

    public static PupilDetails Details(string forename = "Amara", string surname = "Abbott", string className = "1 Ash", DateOnly? leavingOn = null) =>
        new($"T{Interlocked.Increment(ref _numbers)}", forename, surname, className, leavingOn);

    public static Pupil Some(string forename = "Amara", string surname = "Abbott", DateOnly? leavingOn = null) =>
        Pupil.Enter(Details(forename, surname, leavingOn: leavingOn), Administrator, new DateTime(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc)).Value;

    public static ConsentAnswers Answer(
        ConsentAnswer answer, DateOnly on, ImageUse? use = null, ConsentValidity validity = ConsentValidity.Leaving, DateOnly? until = null, ConsentHow how = ConsentHow.Form, string givenBy = "Ada Abbott") =>
        new(use ?? Website, answer, givenBy, ConsentRelation.Parent, how, on, validity, until, LawfulBasis.Consent, null, null);
}
