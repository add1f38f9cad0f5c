namespace BrierleyHill.SocialGov.Domain.Guidance;

/// <summary>The texts that come with the portal: embedded Markdown, one file a page, named as its address is.</summary>
public static class DeliveredGuidance
{
    private static readonly Dictionary<GuidanceTopic, string> Texts = GuidanceTopics.Each.ToDictionary(topic => topic, Read);

    /// <summary>The text of a page as it came with the portal.</summary>
    public static string Of(GuidanceTopic topic) => Texts[topic];

    private static string Read(GuidanceTopic topic)
    {
        var name = $"Guidance/{topic.Slug()}.md";
        using var file = typeof(DeliveredGuidance).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the program.");
        using var reader = new StreamReader(file);
        return GuidancePage.Clean(topic, reader.ReadToEnd());
    }
}
