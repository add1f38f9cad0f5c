using System.Globalization;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Domain.Training;

/// <summary>Why something cannot be done about training, in words that a person can act on.</summary>
public static class TrainingErrors
{
    /// <summary>Only senior leaders and administrators keep courses, sessions and other people's records.</summary>
    public static Error OnlyKeepers { get; } = new(
        "Training.OnlyKeepers", "Only a senior leader or an administrator can do this.", ErrorKind.Forbidden);

    /// <summary>A text is too long.</summary>
    public static Error TooLong(string field, string what, int most) => new(
        "Training.TooLong", string.Create(CultureInfo.InvariantCulture, $"The {what} must be {most:N0} characters or fewer."), Field: field);

    /// <summary>A course without a title.</summary>
    public static Error TitleMissing { get; } = new("Training.TitleMissing", "Enter the title of the course.", Field: "Title");

    /// <summary>A course for nobody.</summary>
    public static Error AudienceMissing { get; } = new("Training.AudienceMissing", "Choose whom the course is for.", Field: "Audience");

    /// <summary>A course cannot change from persons to a programme.</summary>
    public static Error AudienceFixed { get; } = new(
        "Training.AudienceFixed", "Whom a course is for cannot be changed. End this course and set up another.", Field: "Audience");

    /// <summary>Months out of range.</summary>
    public static Error ValidityWrong { get; } = new(
        "Training.ValidityWrong",
        $"Enter for how many months the training counts, from {TrainingCourse.FewestMonths} to {TrainingCourse.MostMonths}, or leave it empty if it does not run out.",
        Field: "ValidityMonths");

    /// <summary>The course has ended.</summary>
    public static Error CourseEnded { get; } = new(
        "Training.CourseEnded", "This course has ended. Open it again first.", ErrorKind.Conflict);

    /// <summary>The course is open.</summary>
    public static Error CourseOpen { get; } = new("Training.CourseOpen", "This course is open already.", ErrorKind.Conflict);

    /// <summary>A session without a date.</summary>
    public static Error DateMissing { get; } = new("Training.DateMissing", "Enter the date.", Field: "Date");

    /// <summary>A slip of the keyboard.</summary>
    public static Error DateAbsurd { get; } = new(
        "Training.DateAbsurd", $"The date is more than {TrainingSession.DateYears} years away. Check the year.", Field: "Date");

    /// <summary>A time that is none.</summary>
    public static Error StartTimeWrong { get; } = new(
        "Training.StartTimeWrong", "Enter the time as 15:30 or 3:30pm, or leave it empty.", Field: "StartTime");

    /// <summary>A session without a provider.</summary>
    public static Error ProviderMissing { get; } = new("Training.ProviderMissing", "Enter who gives the training.", Field: "Provider");

    /// <summary>A session without a place.</summary>
    public static Error PlaceMissing { get; } = new("Training.PlaceMissing", "Enter where it takes place, or that it is online.", Field: "Place");

    /// <summary>Neither a full session nor a refresher.</summary>
    public static Error KindMissing { get; } = new("Training.KindMissing", "Choose whether it is a full session or a refresher.", Field: "Kind");

    /// <summary>Places out of range.</summary>
    public static Error CapacityWrong { get; } = new(
        "Training.CapacityWrong",
        $"Enter the number of places, from 1 to {TrainingSession.MostPlaces}, or leave it empty if there is no limit.",
        Field: "Capacity");

    /// <summary>Fewer places than people booked.</summary>
    public static Error CapacityBelowBooked(int booked) => new(
        "Training.CapacityBelowBooked",
        string.Create(CultureInfo.InvariantCulture, $"{booked} people are booked, so there cannot be fewer places. Cancel bookings first."),
        Field: "Capacity");

    /// <summary>Held or cancelled.</summary>
    public static Error NotPlanned { get; } = new(
        "Training.NotPlanned", "This session has been held or cancelled, so this cannot be done any more.", ErrorKind.Conflict);

    /// <summary>The session has been cancelled.</summary>
    public static Error SessionCancelled { get; } = new(
        "Training.SessionCancelled", "This session has been cancelled, so nothing can be recorded for it.", ErrorKind.Conflict);

    /// <summary>A cancellation without a reason.</summary>
    public static Error ReasonMissing { get; } = new("Training.ReasonMissing", "Enter the reason.", Field: "Reason");

    /// <summary>No place is left.</summary>
    public static Error Full { get; } = new(
        "Training.Full", "This session is full: the last place has been taken. Choose another session, or ask a senior leader for one.", ErrorKind.Conflict);

    /// <summary>Booked already.</summary>
    public static Error AlreadyBooked { get; } = new(
        "Training.AlreadyBooked", "This person has a place on this session already.", ErrorKind.Conflict, Field: "PersonId");

    /// <summary>Not booked.</summary>
    public static Error NotBooked { get; } = new("Training.NotBooked", "This person has no place on this session.", ErrorKind.Conflict);

    /// <summary>The day has gone by.</summary>
    public static Error DayGoneBy { get; } = new(
        "Training.DayGoneBy", "The day of this session has gone by, so places can no longer be booked or given back.", ErrorKind.Conflict);

    /// <summary>Somebody who cannot come.</summary>
    public static Error NotActive { get; } = new(
        "Training.NotActive", "Choose somebody from the list. This person cannot sign in to the portal at present.", Field: "PersonId");

    /// <summary>Not in the directory.</summary>
    public static Error PersonUnknown { get; } = new(
        "Training.PersonUnknown", "Choose people from the list. One of those sent is not in the people directory.", Field: "PersonId");

    /// <summary>Places are for staff.</summary>
    public static Error NotForStaff { get; } = new(
        "Training.NotForStaff", "This session is part of the programme for pupils or for parents and carers: nobody is named for it.", ErrorKind.Conflict);

    /// <summary>What was covered is kept for programmes alone.</summary>
    public static Error ForStaff { get; } = new(
        "Training.ForStaff", "This session is for staff: record who attended.", ErrorKind.Conflict);

    /// <summary>It lies ahead.</summary>
    public static Error NotYetHeld { get; } = new(
        "Training.NotYetHeld", "This session has not taken place yet. Record it on the day or afterwards.", ErrorKind.Conflict);

    /// <summary>Somebody twice in the table.</summary>
    public static Error NamedTwice { get; } = new("Training.NamedTwice", "Name each person only once.", Field: "Added");

    /// <summary>Neither attended nor absent nor not said.</summary>
    public static Error AttendanceWrong { get; } = new("Training.AttendanceWrong", "Choose one of the answers offered.");

    /// <summary>Nothing was said of anybody.</summary>
    public static Error NothingSaid { get; } = new(
        "Training.NothingSaid", "Say of at least one person whether they attended. If the session did not take place, cancel it.");

    /// <summary>A refresher without a full session before it.</summary>
    public static Error RefresherWithoutFull(string person, string course, DateOnly on) => new(
        "Training.RefresherWithoutFull",
        $"{person} has not attended a full session of {course} before {LondonTime.DisplayDate(on)}, so a refresher does not count for them. Record the full session first, or book them on one.");

    /// <summary>Nothing was covered.</summary>
    public static Error CoveredMissing { get; } = new("Training.CoveredMissing", "Enter what was covered.", Field: "WhatWasCovered");

    /// <summary>A number out of range.</summary>
    public static Error NumberWrong { get; } = new(
        "Training.NumberWrong", $"Enter how many came, from 0 to {TrainingSession.MostAttending:N0}.", Field: "NumberAttended");

    /// <summary>It lies ahead.</summary>
    public static Error ElsewhereAhead { get; } = new(
        "Training.ElsewhereAhead", "Enter a date that is today or in the past: only training that has taken place is recorded.", Field: "Date");

    /// <summary>On record.</summary>
    public static Error AlreadyRecorded { get; } = new(
        "Training.AlreadyRecorded", "Training in this course on this day is on record for this person already.", ErrorKind.Conflict);

    /// <summary>No course.</summary>
    public static Error CourseMissing { get; } = new("Training.CourseMissing", "Choose the course.", Field: "CourseId");

    /// <summary>Withdrawn.</summary>
    public static Error RecordWithdrawn { get; } = new(
        "Training.RecordWithdrawn", "This training record has been withdrawn.", ErrorKind.Conflict);

    /// <summary>It stands.</summary>
    public static Error RecordStands { get; } = new("Training.RecordStands", "This training record stands.", ErrorKind.Conflict);

    /// <summary>From a session.</summary>
    public static Error RecordOfSession { get; } = new(
        "Training.RecordOfSession", "This record comes from a session of the school. Correct the attendance of that session instead.", ErrorKind.Conflict);

    /// <summary>Another person's.</summary>
    public static Error CertificateNotYours { get; } = new(
        "Training.CertificateNotYours", "Only the person themselves, a senior leader or an administrator can do this.", ErrorKind.Forbidden);

    /// <summary>Nothing to take away.</summary>
    public static Error NoCertificate { get; } = new(
        "Training.NoCertificate", "There is no certificate with this training record.", ErrorKind.Conflict);

    /// <summary>No reminder is due.</summary>
    public static Error NotDueForReminder { get; } = new(
        "Training.NotDueForReminder", "No reminder is due for this training.", ErrorKind.Conflict);
}
