using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Declarations;
using BrierleyHill.SocialGov.Domain.Guidance;
using BrierleyHill.SocialGov.Domain.Readiness;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>Personal accounts declared in every state, a page of guidance that the head changed, and two people reminded of what they miss.</summary>
internal sealed class DemoGuidance(DemoStory story)
{
    /// <summary>Adds its steps to the story.</summary>
    public void Tell()
    {
        Declare("Okafor", story.At(39, 12, 15), new PersonalAccountAnswers(Platform.LinkedIn, "", true, "linkedin.com/in/margaret-okafor-head", true));
        Declare("Karim", story.At(36, 16, 40), new PersonalAccountAnswers(Platform.Instagram, "", true, "@aisha.reads.aloud", true));
        Declare("Llewellyn", story.At(34, 12, 25), new PersonalAccountAnswers(Platform.TikTok, "", false, "", null));
        DeclareNone("Bevan", story.At(33, 8, 20));
        Declare("Forest", story.At(32, 17, 10), new PersonalAccountAnswers(Platform.X, "", true, "@mudandmarvels", false));
        DeclareNone("Whitcombe", story.At(31, 15, 30));
        CloseAccount("Pugh", story.At(30, 9, 15), story.At(16, 16, 20), new PersonalAccountAnswers(Platform.Facebook, "", true, "facebook.com/janet.at.the.office", true));

        story.Step(story.At(18, 14, 20), ChangeGoodPractice);
        Remind("Bevan", story.At(2, 10, 5));
        Remind("Cartwright", story.At(2, 10, 6));
    }

    private async Task<List<PersonalAccountDeclaration>> OwnAsync(string surname)
    {
        var id = story.Person(surname).Id;
        return await story.Database.Declarations.Where(declaration => declaration.PersonId == id).ToListAsync();
    }

    private void Declare(string surname, DateTime at, PersonalAccountAnswers answers) => story.Step(at, async () =>
        story.Database.Declarations.Add(DemoStory.Done(PersonalAccountDeclaration.Declare(answers, await OwnAsync(surname), story.By(surname), at))));

    private void DeclareNone(string surname, DateTime at) => story.Step(at, async () =>
        story.Database.Declarations.Add(DemoStory.Done(PersonalAccountDeclaration.DeclareNone(await OwnAsync(surname), story.By(surname), at))));

    private void CloseAccount(string surname, DateTime declared, DateTime closed, PersonalAccountAnswers answers)
    {
        Declare(surname, declared, answers);
        story.Step(closed, async () => DemoStory.Done((await OwnAsync(surname)).Single().Withdraw(story.By(surname), closed)));
        DeclareNone(surname, closed.AddMinutes(1));
    }

    private void ChangeGoodPractice()
    {
        var page = GuidancePage.For(GuidanceTopic.GoodPractice);
        const string asItCame = "- **Answer politely within a day,**";
        const string changed = "- **Look twice a day:** before lessons and before you go home. The office looks too.\n" + asItCame;
        DemoStory.Done(page.Save(page.Text.Replace(asItCame, changed, StringComparison.Ordinal), story.By("Okafor"), story.At(18, 14, 20)));
        story.Database.GuidancePages.Add(page);
    }

    private void Remind(string surname, DateTime at) => story.Step(at, async () =>
    {
        var facts = await story.Database.LoadReadinessFactsAsync(CancellationToken.None);
        var readiness = facts.Of(story.Directory().Find(story.Person(surname).Id)!, at);
        story.Database.ReadinessReminders.Add(DemoStory.Done(ReadinessReminder.Send(readiness, facts, null, story.By("Raman"), at)));
    });
}
