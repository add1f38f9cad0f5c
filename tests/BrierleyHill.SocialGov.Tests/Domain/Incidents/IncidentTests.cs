using BrierleyHill.SocialGov.Domain.Incidents;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Tests.Support;

namespace BrierleyHill.SocialGov.Tests.Domain.Incidents;

/// <summary>Reporting, who is involved, and entries by hand.</summary>
public class IncidentTests
{
    private static readonly DateTime At = IncidentBuilder.At;

    private static Error? Refusal(IncidentAnswers answers, Actor? by = null) =>
        Incident.Report(IncidentBuilder.Number, answers, null, IncidentBuilder.Directory, by ?? IncidentBuilder.Reporter, At).Error;

    [Fact]
    [Trait("Clause", "BEH-4")]
    public void Anybody_reports_one_with_what_they_know()
    {
        var incident = Incident.Report(
            IncidentBuilder.Number,
            IncidentBuilder.Answers(people: [IncidentBuilder.Alleged(3), new(InvolvedType.Pupil, InvolvedRole.Subject, null, " J. \n B. ")]),
            null,
            IncidentBuilder.Directory,
            IncidentBuilder.Reporter,
            At).Value;

        Assert.Equal(("INC-123456", IncidentStatus.Reported, 2, At), (incident.Reference, incident.Status, incident.ReportedById, incident.ReportedAt));
        Assert.Equal([(1, (int?)3, ""), (2, null, "J. B.")], incident.Involved.Select(person => (person.Number, person.PersonId, person.Name)));
        Assert.True(incident.IsAlleged(3));
        Assert.False(incident.IsAlleged(2));
        var reported = Assert.IsType<IncidentReported>(Assert.Single(incident.UnsavedEvents));
        // The audit can never be erased: it holds neither what happened nor who is involved.
        Assert.DoesNotContain(reported.Changes, change => $"{change.Before}{change.After}".Contains("J. B.", StringComparison.Ordinal) || $"{change.After}".Contains("hurtful", StringComparison.Ordinal));
    }

    public static TheoryData<string, IncidentAnswers, string, string> Refused
    {
        get
        {
            var answers = IncidentBuilder.Answers();
            return new()
            {
                { "nothing happened", answers with { What = " " }, "Incident.WhatMissing", "What" },
                { "too much", answers with { What = new string('x', 4001) }, "Incident.WhatTooLong", "What" },
                { "no where", answers with { Where = null }, "Incident.WhereMissing", "Where" },
                { "a where that there is not", answers with { Where = (IncidentWhere)9 }, "Incident.WhereMissing", "Where" },
                { "no account", answers with { Where = IncidentWhere.SchoolAccount }, "Incident.AccountMissing", "AccountId" },
                { "no place", answers with { Place = "" }, "Incident.PlaceMissing", "Place" },
                { "a long place", answers with { Place = new string('x', 201) }, "Incident.PlaceTooLong", "Place" },
                { "a link that runs", answers with { Link = "javascript:alert(1)" }, "Incident.LinkWrong", "Link" },
                { "not noticed", answers with { Noticed = null }, "Incident.NoticedMissing", "Noticed" },
                { "no kind", answers with { Category = null }, "Incident.CategoryMissing", "Category" },
                { "a kind that there is not", answers with { Category = (IncidentCategory)99 }, "Incident.CategoryMissing", "Category" },
                { "danger not said", answers with { IsDanger = null }, "Incident.DangerMissing", "IsDanger" },
                { "nobody in particular", answers with { People = [new(InvolvedType.Pupil, InvolvedRole.Subject, null, " ")] }, "Incident.InvolvedNameMissing", "People[0].Name" },
                { "no type", answers with { People = [new(null, InvolvedRole.Subject, 3, null)] }, "Incident.InvolvedTypeMissing", "People[0].Type" },
                { "no role", answers with { People = [new(InvolvedType.Staff, null, 3, null)] }, "Incident.InvolvedRoleMissing", "People[0].Role" },
                { "somebody unknown", answers with { People = [IncidentBuilder.Alleged(77)] }, "Incident.InvolvedUnknown", "People[0].PersonId" },
                { "both", answers with { People = [new(InvolvedType.Staff, InvolvedRole.Witness, 3, "Ann")] }, "Incident.InvolvedTwice", "People[0].Name" },
                { "twice", answers with { People = [IncidentBuilder.Alleged(3), IncidentBuilder.Alleged(3)] }, "Incident.InvolvedAlready", "People[1].PersonId" },
                { "a long name", answers with { People = [new(InvolvedType.Pupil, InvolvedRole.Subject, null, new string('x', 101))] }, "Incident.InvolvedNameTooLong", "People[0].Name" },
                { "themselves", answers with { People = [IncidentBuilder.Alleged(2)] }, "Incident.OwnAllegation", "People[0].PersonId" },
                { "too many", answers with { People = [.. Enumerable.Range(0, 31).Select(_ => new InvolvedPersonAnswers(InvolvedType.Pupil, InvolvedRole.Subject, null, "A pupil"))] }, "Incident.TooManyPeople", "People" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_missing_or_wrong_is_refused_by_name(string why, IncidentAnswers answers, string code, string field)
    {
        var refusal = Refusal(answers);
        Assert.True(refusal is not null && refusal.Code == code && refusal.Field == field, $"{why}: {refusal}");
    }

    [Theory]
    [InlineData("Mrs Barnes", true)]
    [InlineData("ann BARNES, year 2", true)]
    [InlineData("Bárnes", true)]
    [InlineData("Barnes's assistant", true)]
    [InlineData("the Smith-Jones one", true)]
    [InlineData("Mr Jones", true)]
    [InlineData("Mr Obrien", true)]
    [InlineData("O'Brien", true)]
    [InlineData("Mr Barneswell", false)]
    [InlineData("Ann", false)]
    [InlineData("somebody from the game", false)]
    public void Words_in_which_a_surname_of_the_directory_stands_are_not_taken_for_the_one_alleged(string name, bool asks)
    {
        InvolvedPersonAnswers typed = new(InvolvedType.ParentOrCarer, InvolvedRole.Alleged, null, name);

        Assert.Equal(asks ? IncidentErrors.AllegedLooksLikeStaff.Code : null, Refusal(IncidentBuilder.Answers(people: [typed]))?.Code);
        Assert.Null(Refusal(IncidentBuilder.Answers(people: [typed with { IsNobodyOfList = true }])));
        // Whoever is not said to have done it is kept from nothing, so they may be called anything.
        Assert.Null(Refusal(IncidentBuilder.Answers(people: [typed with { Role = InvolvedRole.Witness }])));
    }

    [Fact]
    public void Alleged_staff_are_chosen_from_the_directory_or_said_to_be_nobody_of_it()
    {
        InvolvedPersonAnswers typed = new(InvolvedType.Staff, InvolvedRole.Alleged, null, "A supply teacher");
        Assert.Equal("Incident.AllegedNotChosen", Refusal(IncidentBuilder.Answers(people: [typed]))?.Code);
        Assert.Null(Refusal(IncidentBuilder.Answers(people: [typed with { IsNobodyOfList = true }])));
        Assert.Null(Refusal(IncidentBuilder.Answers(people: [IncidentBuilder.Alleged(3)])));
    }

    [Fact]
    [Trait("Clause", "GP-2")]
    public void A_mistake_of_ones_own_needs_no_more_than_what_happened()
    {
        var incident = Incident.ReportOwnMistake(IncidentBuilder.Number, "I posted the wrong picture.", null, "", null, IncidentBuilder.Reporter, At).Value;

        Assert.Equal((IncidentCategory.Mistake, true, false, (DateTime?)null), (incident.Category, incident.IsOwnMistake, incident.IsDanger, incident.OccurredAt));
        // Nobody is accused of anything: whoever says so goes on seeing it.
        Assert.Empty(incident.Involved);
        Assert.Equal("Incident.WhatMissing", Incident.ReportOwnMistake(IncidentBuilder.Number, "", null, "", null, IncidentBuilder.Reporter, At).Error?.Code);
        Assert.Equal("Incident.PlaceTooLong", Incident.ReportOwnMistake(IncidentBuilder.Number, "I did.", null, new string('x', 201), null, IncidentBuilder.Reporter, At).Error?.Code);
    }

    [Fact]
    public void The_reporter_cannot_be_made_the_one_alleged_nor_whoever_names_them()
    {
        var incident = IncidentBuilder.Reported();
        Assert.Equal(IncidentErrors.ReporterAlleged, incident.NamePerson(IncidentBuilder.Alleged(2), IncidentBuilder.Directory, IncidentBuilder.Leader, At).Error);
        Assert.Equal(IncidentErrors.AllegedSelf, incident.NamePerson(IncidentBuilder.Alleged(9), IncidentBuilder.Directory, IncidentBuilder.Leader, At).Error);
        Assert.Empty(incident.UnsavedEvents);
    }

    [Fact]
    public void People_are_named_and_taken_off_and_numbers_of_the_report_stay_those_of_the_report()
    {
        var incident = IncidentBuilder.Reported(IncidentBuilder.Answers(people: [new(InvolvedType.Pupil, InvolvedRole.Subject, null, "A pupil")]));
        EnquiryBuilder.Done(incident.NamePerson(IncidentBuilder.Alleged(3), IncidentBuilder.Directory, IncidentBuilder.Leader, At));
        Assert.Equal([1], incident.InvolvedOfReport.Select(person => person.Number));
        Assert.True(incident.IsAlleged(3));
        Assert.Contains("Ann Barnes", Assert.IsType<IncidentPersonNamed>(incident.UnsavedEvents[^1]).InChronology, StringComparison.Ordinal);

        Assert.Equal("Incident.ReasonMissing", incident.TakePersonOff(2, " ", IncidentBuilder.Directory, IncidentBuilder.Leader, At).Error?.Code);
        EnquiryBuilder.Done(incident.TakePersonOff(2, "It was somebody else.", IncidentBuilder.Directory, IncidentBuilder.Leader, At));
        Assert.False(incident.IsAlleged(3));
        Assert.Equal("Incident.NotInvolved", incident.TakePersonOff(2, "Again.", IncidentBuilder.Directory, IncidentBuilder.Leader, At).Error?.Code);
        Assert.DoesNotContain(incident.UnsavedEvents.SelectMany(happened => happened.Changes), change => $"{change.Before}{change.After}".Contains("Barnes", StringComparison.Ordinal));
    }

    public static TheoryData<string, ChronologyKind?, int, string, string?> Entries => new()
    {
        { "a note", ChronologyKind.Note, -60, "Spoke to the class.", null },
        { "of now", ChronologyKind.Meeting, 0, "Met the parents.", null },
        { "of no kind", null, 0, "Met.", "Incident.EntryKindMissing" },
        { "of a kind that the portal writes", ChronologyKind.State, 0, "Closed.", "Incident.EntryKindMissing" },
        { "without words", ChronologyKind.Note, 0, " \n", "Incident.EntryTextMissing" },
        { "too long", ChronologyKind.Note, 0, new string('x', 4001), "Incident.EntryTextTooLong" },
        { "of the future", ChronologyKind.Note, 1, "Will meet.", "Incident.HappenedInFuture" },
    };

    [Theory]
    [MemberData(nameof(Entries))]
    public void Entries_are_written_by_hand(string what, ChronologyKind? kind, int minutes, string text, string? code)
    {
        var incident = IncidentBuilder.Reported();
        var written = incident.AddToChronology(kind, At.AddMinutes(minutes), text, null, IncidentBuilder.Leader, At);

        Assert.True(written.Error?.Code == code, $"{what}: {written.Error}");
        Assert.Equal(code is null ? 1 : 0, incident.UnsavedEvents.Count);
        Assert.DoesNotContain(incident.UnsavedEvents.SelectMany(happened => happened.Changes), change => change.After == text);
    }
}
