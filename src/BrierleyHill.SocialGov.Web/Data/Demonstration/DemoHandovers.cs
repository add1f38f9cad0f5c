using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Handovers;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>
/// Hand-overs at each stage: one half done for a colleague who leaves at the end of term, a transfer that was completed, one that was cancelled
/// because a colleague stays after all, and an account that was closed.
/// </summary>
internal sealed class DemoHandovers(DemoStory story)
{
    private const string News = "Brierley Hill Primary News";
    private const string ForestSchool = "Forest School at Brierley Hill";
    private const string Diary = "Year 6 Residential Diary";

    /// <summary>Adds its steps to the story. Those that open by themselves do so where the leaving date is recorded.</summary>
    public void Tell()
    {
        TellOfTransfer();
        TellOfCancelled();
        TellOfClosure();
        TellOfHalfDone();
    }

    // Laura Beech posted news until she left.
    private void TellOfTransfer()
    {
        var assigned = story.At(30, 11, 20);
        story.Step(assigned, () => DemoStory.Done(
            Account(News).Assign(story.Person("Beech").Id, AssignmentRole.Poster, story.Directory(), story.By("Raman"), assigned)));
        Work(7, 9, 40, News, "Beech", "Raman", (handover, account, _, by, at) => handover.NameSuccessor(
            story.Person("Llewellyn").Id, AssignmentRole.Poster, account, story.Directory(), by, at));
        Settle(6, 12, 5, News, "Beech", "Karim", HandoverStepKind.ScheduledPosts, "Two posts were scheduled. One was deleted, I answer for the other.");
        Work(6, 15, 30, News, "Beech", "Pugh", (handover, account, _, by, at) => handover.RemindOfConfidentiality(true, account, story.Directory(), by, at));
        Settle(5, 17, 10, News, "Beech", "Karim", HandoverStepKind.PlatformRoles, "Removed her as an editor. The page’s list of roles shows Janet, Chloe and me.");
        Work(4, 10, 15, News, "Beech", "Raman", (handover, account, circumstances, by, at) => handover.Complete(account, circumstances, by, at));
    }

    private void TellOfCancelled()
    {
        RecordLeavingDate("Forest", story.At(10, 9, 10), story.Today.AddDays(60));
        RecordLeavingDate("Forest", story.At(9, 13, 25), null);
    }

    private void TellOfClosure()
    {
        var submitted = story.At(37, 14, 0);
        AccountApplication application = null!;
        story.Step(submitted, async () =>
        {
            var (by, directory) = (story.By("Bevan"), story.Directory());
            application = AccountApplication.Start(by, submitted);
            story.Database.Applications.Add(application);
            await story.Database.SaveChangesAsync();
            DemoStory.Done(application.AnswerPlatformAndName(Platform.Blog, "", AccountKind.SocialNetworkAccount, Diary, null, by, submitted.AddMinutes(3)));
            DemoStory.Done(application.AnswerAim("To tell families each evening how the residential week goes.", by, submitted.AddMinutes(5)));
            DemoStory.Done(application.AnswerAudience("Parents and carers of Year 6.", "A letter home before the week.", by, submitted.AddMinutes(8)));
            DemoStory.Done(application.NameAdministrators(story.Person("Karim").Id, [story.Person("Pugh").Id], directory, by, submitted.AddMinutes(10)));
            DemoStory.Done(application.AnswerOpenness(Openness.Closed, "It says where pupils are, so only their families read it.", by, submitted.AddMinutes(12)));
            DemoStory.Done(application.AnswerSettings(
                new AgreedSettings(WhoMay.Nobody, WhoMay.FollowersOnly, WhoMay.Nobody, true, true, WhoMay.Nobody), by, submitted.AddMinutes(14)));
            DemoStory.Done(application.AnswerMessages("Comments are off. Families ring the office.", "To the office.", by, submitted.AddMinutes(16)));
            DemoStory.Done(application.AnswerPersonalData(false, "", null, [], by, submitted.AddMinutes(18)));
            DemoStory.Done(application.Submit(null, directory, by, submitted.AddMinutes(20)));
        });
        var approved = story.At(36, 10, 30);
        story.Step(approved, () =>
        {
            DemoStory.Done(application.Approve(Weighed.Everything, "Close it when the week is over.", story.Directory(), story.By("Okafor"), approved));
            story.Database.Accounts.Add(SocialMediaAccount.FromApproval(application, story.By("Okafor"), approved));
        });

        var decided = story.At(15, 8, 45);
        story.Step(decided, () => story.Database.Handovers.Add(DemoStory.Done(
            Handover.OpenToClose(Account(Diary), "The residential week is over, and the families have read the last page.", story.By("Okafor"), decided))));
        Settle(14, 11, 30, Diary, null, "Karim", HandoverStepKind.ContentArchived, "All 12 pages saved as PDF in the shared folder for Year 6.");
        Settle(14, 11, 40, Diary, null, "Karim", HandoverStepKind.ClosingNotice, "Last page says that the diary closes on Friday, and where the school’s news is.");
        Settle(12, 16, 20, Diary, null, "Pugh", HandoverStepKind.PlatformClosed, "Deleted. The address answers “not found” now.");
        Work(11, 9, 50, Diary, null, "Raman", (handover, account, circumstances, by, at) => handover.Complete(account, circumstances, by, at));
    }

    // Tomasz Nowak leaves at the end of term. Whoever follows him has training to renew.
    private void TellOfHalfDone()
    {
        Work(1, 13, 30, ForestSchool, "Nowak", "Raman", (handover, account, _, by, at) => handover.NameSuccessor(
            story.Person("Bevan").Id, AssignmentRole.DeputyAdministrator, account, story.Directory(), by, at));
        Settle(1, 14, 45, ForestSchool, "Nowak", "Forest", HandoverStepKind.ScheduledPosts, "Nothing is scheduled. We looked together on the platform.");
        var at = story.At(1, 15, 10);
        story.Step(at, () =>
        {
            foreach (var handover in story.Database.Handovers.Local.Where(open => open.LeaverId == story.Person("Nowak").Id).OrderBy(open => open.Id))
            {
                var account = story.Database.Accounts.Local.Single(one => one.Id == handover.AccountId);
                DemoStory.Done(handover.RemindOfConfidentiality(account.Name == ForestSchool, account, story.Directory(), story.By("Pugh"), at));
            }
        });
    }

    private void RecordLeavingDate(string person, DateTime at, DateOnly? date) =>
        story.Step(at, () => DemoStory.Done(story.Person(person).RecordLeavingDate(date, story.By("Pugh"), at)));

    private void Settle(int daysAgo, int hour, int minute, string account, string? leaver, string who, HandoverStepKind kind, string note) => Work(
        daysAgo, hour, minute, account, leaver, who,
        (handover, its, circumstances, by, at) => handover.SettleStep(kind, HandoverStepState.Done, note, its, circumstances, by, at));

    private void Work(
        int daysAgo, int hour, int minute, string account, string? leaver, string who,
        Func<Handover, SocialMediaAccount, HandoverCircumstances, Actor, DateTime, Result> work)
    {
        var at = story.At(daysAgo, hour, minute);
        story.Step(at, async () =>
        {
            var its = Account(account);
            int? leaverId = leaver is null ? null : story.Person(leaver).Id;
            var handover = story.Database.Handovers.Local.Single(open => open.AccountId == its.Id && open.LeaverId == leaverId);
            DemoStory.Done(work(handover, its, await story.Database.LoadHandoverCircumstancesAsync(handover, at, CancellationToken.None), story.By(who), at));
        });
    }

    private SocialMediaAccount Account(string name) => story.Database.Accounts.Local.Single(account => account.Name == name);
}
