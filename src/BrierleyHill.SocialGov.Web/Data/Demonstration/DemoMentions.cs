using BrierleyHill.SocialGov.Domain.Mentions;
using BrierleyHill.SocialGov.Domain.Shared;

namespace BrierleyHill.SocialGov.Web.Data.Demonstration;

/// <summary>Public mentions in every state, and two watched feeds, of which one has a problem.</summary>
internal sealed class DemoMentions(DemoStory story)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Adds its steps to the story.</summary>
    public void Tell()
    {
        var alerts = Watch(20, "Alerts for the school’s name", "https://alerts.example/feeds/brierley-hill-primary-school.xml");
        var paper = Watch(18, "Brierley Hill Gazette: schools", "https://gazette.example/schools/rss");
        var weekend = TellOfFeeds(alerts, paper);
        TellOfPeople(weekend);
    }

    private Made<PublicMention> TellOfFeeds(Made<WatchedFeed> alerts, Made<WatchedFeed> paper)
    {
        var award = Bring(12, alerts, new FeedEntry(
            "tag:alerts.example,1", MentionLink.Read("https://www.gazette.example/news/reading-award-for-brierley-hill"), "Reading award for Brierley Hill Primary",
            "The school in Quarry Road has won the borough’s reading award for the second time.", "Gazette reporters", null));
        Do(11, 9, award, (mention, at) => mention.Decide(MentionScope.AffectsSchool, "A report about the school in the local paper.", story.By("Pugh"), at));
        Do(11, 9, award, (mention, at) => mention.Act(MentionAction.NoneNeeded, "Good news, and right. Told the head.", null, null, story.By("Pugh"), at.AddMinutes(4)));
        var weekend = Bring(3, alerts, new FeedEntry(
            "tag:alerts.example,2", MentionLink.Read("https://forum.example/t/parking-near-brierley-hill-primary/4711"), "Parking near Brierley Hill Primary",
            "Anybody else blocked in at ten to nine? Somebody will be hurt one day. The school should do something.", "", null));
        Bring(1, paper, new FeedEntry(
            "https://gazette.example/schools/2231", MentionLink.Read("https://gazette.example/schools/2231"), "Open evenings: where and when",
            "Brierley Hill Primary School opens its doors on Thursday, Hillcrest on the following Monday.", "", null));
        // Paused in the end, so that the demonstration has one that is well: neither address exists.
        Step(1, 13, alerts, (feed, at) => feed.Fetched(null, null, Hour, at));
        Step(1, 15, alerts, (feed, at) => DemoStory.Done(feed.Pause(story.By("Pugh"), at)));
        Step(4, 8, paper, (feed, at) => feed.Fetched(null, null, Hour, at));
        Step(1, 12, paper, (feed, at) => feed.Failed("The address took too long to answer.", Hour, at));
        Step(1, 14, paper, (feed, at) => feed.Failed("The address could not be reached.", Hour, at));
        return weekend;
    }

    private void TellOfPeople(Made<PublicMention> weekend)
    {
        var trip = Log(9, "Karim", new MentionAnswers("Facebook, a group for local parents", "https://facebook.example/groups/bhparents/posts/881", "Says that the coach of the museum trip came back an hour late and nobody was told.", "", null));
        Do(9, 16, trip, (mention, at) => mention.Decide(MentionScope.AffectsSchool, "About a trip of the school, and parents expect to hear from us.", story.By("Raman"), at));
        Do(8, 9, trip, (mention, at) => mention.Act(MentionAction.Replied, "Explained under the post what happened and that a message will go out next time.", null, null, story.By("Raman"), at));
        Do(7, 9, trip, (mention, at) => mention.Act(MentionAction.SpokeInPerson, "Thanked the parent at the gate.", "The parent thanked us, and others said that it was clear now.", null, story.By("Raman"), at));

        var garden = Log(7, "Bevan", new MentionAnswers("A personal page", "https://photos.example/gardens/44", "A colleague’s holiday pictures.", "", null));
        Do(7, 15, garden, (mention, at) => mention.Decide(MentionScope.LeftAlone, "Private, and nothing in it is about the school.", story.By("Whitcombe"), at));

        var fake = Log(5, "Llewellyn", new MentionAnswers("Instagram", "https://instagram.example/brierleyhill.official", "A profile with our logo that we do not know. It asks for money for a trip.", "brierleyhill.official", null));
        Do(5, 12, fake, (mention, at) => mention.Decide(MentionScope.AffectsSchool, "Somebody pretends to be the school and asks parents for money.", story.By("Pugh"), at));
        Do(5, 13, fake, (mention, at) => mention.Act(MentionAction.ReportedToPlatform, "Reported as impersonation. Case number is in the office.", null, null, story.By("Pugh"), at));

        var twice = Log(2, "Forest", new MentionAnswers("A local forum", null, "Complaint about parking near the school in the morning.", "", null));
        Step(1, 9, twice, (mention, at) => DemoStory.Done(mention.MergeInto(weekend.Value, story.By("Nowak"), at)));

        Log(1, "Cartwright", new MentionAnswers("Facebook, a group for the town", "https://facebook.example/groups/town/posts/1207", "Praise for the choir at the market.", "", null));
    }

    private Made<WatchedFeed> Watch(int daysAgo, string name, string address) => Make(daysAgo, 10, at =>
    {
        var feed = DemoStory.Done(WatchedFeed.Add(name, address, story.By("Pugh"), at));
        story.Database.WatchedFeeds.Add(feed);
        return feed;
    });

    private Made<PublicMention> Bring(int daysAgo, Made<WatchedFeed> from, FeedEntry entry) => Make(daysAgo, 7, at =>
    {
        var mention = PublicMention.Bring(entry with { PublishedAt = at.AddHours(-2) }, from.Value, Actor.Portal("Watched feeds"), at);
        from.Value.CountBrought();
        story.Database.Mentions.Add(mention);
        return mention;
    });

    private Made<PublicMention> Log(int daysAgo, string by, MentionAnswers answers) => Make(daysAgo, 11, at =>
    {
        var mention = DemoStory.Done(PublicMention.Log(answers with { SeenOn = story.DayBefore(daysAgo) }, story.By(by), at));
        story.Database.Mentions.Add(mention);
        return mention;
    });

    private void Do(int daysAgo, int hour, Made<PublicMention> made, Func<PublicMention, DateTime, Result> act) =>
        Step(daysAgo, hour, made, (mention, at) => DemoStory.Done(act(mention, at)));

    private void Step<T>(int daysAgo, int hour, Made<T> made, Action<T, DateTime> act)
        where T : class
    {
        var at = story.At(daysAgo, hour, 30);
        story.Step(at, () => act(made.Value, at));
    }

    private Made<T> Make<T>(int daysAgo, int hour, Func<DateTime, T> make)
        where T : class
    {
        var made = new Made<T>();
        var at = story.At(daysAgo, hour, 15);
        story.Step(at, () => made.Value = make(at));
        return made;
    }

    /// <summary>A record that later steps go on with. It is there once its own step has been told.</summary>
    private sealed class Made<T>
        where T : class
    {
        public T Value { get; set; } = null!;
    }
}
