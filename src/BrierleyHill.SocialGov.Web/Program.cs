using BrierleyHill.SocialGov.Web.CommandLine;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Data.Demonstration;
using BrierleyHill.SocialGov.Web.Features.Accounts;
using BrierleyHill.SocialGov.Web.Features.Alerts;
using BrierleyHill.SocialGov.Web.Features.Applications;
using BrierleyHill.SocialGov.Web.Features.Audit;
using BrierleyHill.SocialGov.Web.Features.Calendar;
using BrierleyHill.SocialGov.Web.Features.Dashboard;
using BrierleyHill.SocialGov.Web.Features.ImpactAssessments;
using BrierleyHill.SocialGov.Web.Features.Declarations;
using BrierleyHill.SocialGov.Web.Features.Enquiries;
using BrierleyHill.SocialGov.Web.Features.Guidance;
using BrierleyHill.SocialGov.Web.Features.Handovers;
using BrierleyHill.SocialGov.Web.Features.Incidents;
using BrierleyHill.SocialGov.Web.Features.Jobs;
using BrierleyHill.SocialGov.Web.Features.Mail;
using BrierleyHill.SocialGov.Web.Features.Monitoring;
using BrierleyHill.SocialGov.Web.Features.Mentions;
using BrierleyHill.SocialGov.Web.Features.Notifications;
using BrierleyHill.SocialGov.Web.Features.OfficialAccounts;
using BrierleyHill.SocialGov.Web.Features.People;
using BrierleyHill.SocialGov.Web.Features.Policy;
using BrierleyHill.SocialGov.Web.Features.Pupils;
using BrierleyHill.SocialGov.Web.Features.Readiness;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Features.SignIn;
using BrierleyHill.SocialGov.Web.Features.Training;
using BrierleyHill.SocialGov.Web.Features.Vault;
using BrierleyHill.SocialGov.Web.Infrastructure.Deadlines;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using BrierleyHill.SocialGov.Web.Infrastructure.Encryption;
using BrierleyHill.SocialGov.Web.Infrastructure.Fetching;
using BrierleyHill.SocialGov.Web.Infrastructure.Files;
using BrierleyHill.SocialGov.Web.Infrastructure.Health;
using BrierleyHill.SocialGov.Web.Infrastructure.Incidents;
using BrierleyHill.SocialGov.Web.Infrastructure.Jobs;
using BrierleyHill.SocialGov.Web.Infrastructure.Logging;
using BrierleyHill.SocialGov.Web.Infrastructure.Mailbox;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;

try
{
    var verb = Verbs.Find(args);
    var builder = WebApplication.CreateBuilder(verb is null ? args : []);

    var settings = new SettingsReader(builder.Configuration);
    var storage = StorageSettings.Read(settings, builder.Environment);
    var school = SchoolSettings.Read(settings, builder.Environment);
    var mail = MailSettings.Read(settings, storage, school);
    var jobs = JobSettings.Read(settings);
    var database = DatabaseSettings.Read(settings, storage, builder.Environment);
    var vault = VaultSettings.Read(settings, storage);
    var demonstration = DemonstrationSettings.Read(settings, builder.Environment);
    var fetching = FetchSettings.Read(settings);
    var mailbox = MailboxSettings.Read(settings);
    var deadlines = DeadlineSettings.Read(settings);
    var incidents = IncidentSettings.Read(settings);
    var secondFactor = SecondFactorSettings.Read(settings, builder.Environment);

    builder.AddPortalLogging(storage, settings, onConsole: verb is not { AnswersAlone: true });
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddSingleton(storage);
    builder.Services.AddSingleton(school);
    builder.Services.AddSingleton(deadlines);
    builder.Services.AddSingleton(incidents);
    builder.Services.AddSingleton(demonstration);
    builder.Services.AddDatabase(database);
    builder.Services.AddKeyRing(storage);
    builder.Services.AddVaultKeys(vault);
    builder.Services.AddPortalSecurity(builder.Environment, school, secondFactor);
    builder.Services.AddPages(school);
    builder.Services.AddJobs(jobs);
    builder.Services.AddEmail(mail);
    builder.Services.AddFiles();
    builder.Services.AddFetching(fetching);
    builder.Services.AddHealth();
    builder.Services.AddMailbox(mailbox);

    builder.Services.AddSignIn(builder.Environment);
    builder.Services.AddPeople();
    builder.Services.AddDashboard();
    builder.Services.AddAlerts();
    builder.Services.AddNotifications(settings);
    builder.Services.AddApplications(settings);
    builder.Services.AddAccounts();
    builder.Services.AddOfficialAccounts(settings, builder.Environment);
    builder.Services.AddEnquiries();
    builder.Services.AddMonitoring();
    builder.Services.AddIncidents();
    builder.Services.AddPupils();
    builder.Services.AddHandovers();
    builder.Services.AddVault();
    builder.Services.AddMentions(settings);
    builder.Services.AddImpactAssessments();
    builder.Services.AddDeclarations();
    builder.Services.AddGuidance();
    builder.Services.AddReadiness();
    builder.Services.AddTraining();
    builder.Services.AddCalendar(settings);
    builder.Services.AddPolicy();
    builder.Services.AddAudit();
    builder.Services.AddMail();
    builder.Services.AddJobsPage();

    var app = builder.Build();
    if (verb is not null)
    {
        return await verb.RunAsync(app.Services, args);
    }

    app.UsePortal();
    await app.PrepareDatabaseAsync();
    await app.RunAsync();
    return 0;
}
catch (StartRefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return StartRefusedException.ExitCode;
}

/// <summary>The composition root, visible to the tests that host the portal.</summary>
public partial class Program;
