using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Applications;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Domain.Vault;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>
/// What became of the approved accounts: two are live, one with a departure that a leader accepted; one is prepared half-way, and waits
/// for a leader; one is suspended.
/// </summary>
internal sealed class DemoLiveAccounts(DemoStory story, SecretCipher cipher)
{
    private const string News = "Brierley Hill Primary News";
    private const string Forest = "Forest School at Brierley Hill";
    private const string Music = "Year 4 Music Room";
    private const string Closures = "Brierley Hill Closures and Travel";

    /// <summary>Adds its steps to the story.</summary>
    public void Tell()
    {
        Prepare(News, 37, "Nowak", "@BrierleyHillPrimaryNews", "https://www.facebook.com/BrierleyHillPrimaryNews");
        TickAll(News, 37, "Nowak");
        GoLive(News, 36, "Raman");
        Assign(News, 30, "Raman", "Forest", AssignmentRole.Poster);

        Prepare(Forest, 26, "Pugh", "@forestschool_brierleyhill", "https://www.instagram.com/forestschool_brierleyhill/");
        Do(Forest, story.At(26, 14, 20), "Pugh", (account, by, at) => account.CheckSettings(
        [
            .. AsAgreed(AccountSettings.Each.Where(setting => setting != AccountSetting.PostsApproved)),
            new(AccountSetting.PostsApproved, false, bool.FalseString, "Instagram cannot hold back comments. Comments with words from our list are hidden instead."),
        ],
        by,
        at));
        Do(Forest, story.At(26, 16, 50), "Okafor", (account, by, at) => account.DecideDeparture(
            AccountSetting.PostsApproved, true, "Followers are approved one by one, so only families can comment. The list of hidden words is enough.", by, at));
        GoLive(Forest, 25, "Pugh");

        // Prepared half-way. Messages cannot be switched off there, and a leader has to say whether that is right.
        Prepare(Music, 5, "Pugh", "Year 4 Music Room", "https://app.seesaw.me/class/year-4-music-room");
        Do(Music, story.At(4, 10, 15), "Pugh", (account, by, at) => account.CheckSettings(
        [
            .. AsAgreed([AccountSetting.Openness, AccountSetting.Comments, AccountSetting.Following, AccountSetting.FollowersApproved]),
            new(AccountSetting.DirectMessages, false, nameof(WhoMay.FollowersOnly), "Seesaw always lets families write to the teacher. It cannot be switched off for one class."),
        ],
        by,
        at));

        TellOfSuspended();
    }

    private void TellOfSuspended()
    {
        AccountApplication? application = null;
        var written = story.At(36, 9, 20);
        story.Step(written, async () =>
        {
            var (by, directory) = (story.By("Nowak"), story.Directory());
            application = AccountApplication.Start(by, written);
            story.Database.Applications.Add(application);
            await story.Database.SaveChangesAsync();
            DateTime Later(int minutes) => written.AddMinutes(minutes);
            DemoStory.Done(application.AnswerPlatformAndName(Platform.X, "", AccountKind.SocialNetworkAccount, Closures, "", by, Later(3)));
            DemoStory.Done(application.AnswerAim("To tell families within minutes when the school has to close or a coach is late.", by, Later(6)));
            DemoStory.Done(application.AnswerAudience("Parents and carers.", "A line in the newsletter and on the school’s website.", by, Later(9)));
            DemoStory.Done(application.NameAdministrators(story.Person("Pugh").Id, [story.Person("Raman").Id], directory, by, Later(12)));
            DemoStory.Done(application.AnswerOpenness(Openness.Open, "Nobody should need an account to read that the school is closed.", by, Later(15)));
            DemoStory.Done(application.AnswerSettings(new AgreedSettings(WhoMay.Nobody, WhoMay.Anybody, WhoMay.Nobody, false, true, WhoMay.Nobody), by, Later(18)));
            DemoStory.Done(application.AnswerMessages("Nobody can reply there. The newsletter says whom to ring.", "Nothing comes in.", by, Later(21)));
            DemoStory.Done(application.AnswerPersonalData(false, "", null, [], by, Later(24)));
            DemoStory.Done(application.Submit(null, directory, by, Later(27)));
        });
        var decided = story.At(35, 12, 10);
        story.Step(decided, () =>
        {
            DemoStory.Done(application!.Approve(Weighed.Everything, null, story.Directory(), story.By("Whitcombe"), decided));
            story.Database.Accounts.Add(SocialMediaAccount.FromApproval(application, story.By("Whitcombe"), decided));
        });
        Prepare(Closures, 34, "Nowak", "@BHillClosures", "https://x.com/BHillClosures");
        TickAll(Closures, 34, "Nowak");
        GoLive(Closures, 32, "Nowak");
        Do(Closures, story.At(9, 8, 25), "Okafor", (account, by, at) => account.Suspend(
            "A stranger posts under almost the same handle. It is suspended until the platform has removed the copy; closures go out by text message meanwhile.", by, at));
    }

    private void Prepare(string name, int daysAgo, string who, string handle, string address)
    {
        Do(name, story.At(daysAgo, 13, 30), who, (account, by, at) =>
        {
            var parsed = PlatformAddress.Parse(account.Platform, handle, address);
            return parsed.IsRefused ? parsed.Error : account.RecordAddress(parsed.Value, by, at);
        });
    }

    private void TickAll(string name, int daysAgo, string who) =>
        Do(name, story.At(daysAgo, 14, 0), who, (account, by, at) => account.CheckSettings([.. AsAgreed(AccountSettings.Each)], by, at));

    private void GoLive(string name, int daysAgo, string who)
    {
        var stored = story.At(daysAgo, 9, 50);
        story.Step(stored, async () =>
        {
            var account = await FindAsync(name);
            if (!await story.Database.Credentials.AnyAsync(credential => credential.AccountId == account.Id))
            {
                var credential = StoredCredential.Create(account.Id, "Main sign-in");
                credential.Keep(
                    SecretKind.Password,
                    cipher.Protect(credential.PlaceOf(SecretKind.Password, credential.NextNumber(SecretKind.Password)), "Corduroy-Lantern-48-Puddle"),
                    story.By(who),
                    stored);
                story.Database.Credentials.Add(credential);
            }
        });
        var live = story.At(daysAgo, 10, 5);
        story.Step(live, async () =>
        {
            var account = await FindAsync(name);
            DemoStory.Done(account.GoLive(
                await story.Database.LoadGoingLiveCircumstancesAsync(account, CancellationToken.None), story.By(who), live));
        });
    }

    private void Assign(string name, int daysAgo, string who, string whom, AssignmentRole role) => Do(
        name, story.At(daysAgo, 11, 30), who, (account, by, at) => account.Assign(story.Person(whom).Id, role, story.Directory(), by, at));

    private void Do(string name, DateTime at, string who, Func<SocialMediaAccount, Actor, DateTime, Result> act) => story.Step(at, async () =>
        DemoStory.Done(act(await FindAsync(name), story.By(who), at)));

    private Task<SocialMediaAccount> FindAsync(string name) => story.Database.Accounts.SingleAsync(account => account.Name == name);

    private static IEnumerable<SettingAnswer> AsAgreed(IEnumerable<AccountSetting> settings) => settings.Select(setting => new SettingAnswer(setting, true));
}
