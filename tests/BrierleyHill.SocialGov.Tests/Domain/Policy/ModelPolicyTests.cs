using BrierleyHill.SocialGov.Domain.Policy;

namespace BrierleyHill.SocialGov.Tests.Domain.Policy;

/// <summary>The model policy says something about every clause, and about the school that it is filled in for.</summary>
[Trait("Clause", "SLT-2")]
public sealed class ModelPolicyTests
{
    private static readonly string Text = ModelPolicy.TextFor("Hill & Dale School");

    [Theory]
    [InlineData("DP-1", "lawful basis under Article 6(1)")]
    [InlineData("DP-2", "impact assessment goes to the data protection officer")]
    [InlineData("SCOPE-1", "everybody who acts for the school: employees, volunteers")]
    [InlineData("SCOPE-2", "Professional communication")]
    [InlineData("SCOPE-3", "Personal communication that names the school or affects it")]
    [InlineData("SCOPE-4", "Personal communication that does neither")]
    [InlineData("SLT-1", "Provide training and guidance")]
    [InlineData("SLT-2", "Write this policy and review it every year, together with the purpose of each account")]
    [InlineData("SLT-3", "lead its investigation")]
    [InlineData("SLT-4", "Assess every reported incident first")]
    [InlineData("SLT-5", "Receive business cases")]
    [InlineData("SLT-6", "weighs the purpose, the audience, the settings, and how messages are answered and passed on")]
    [InlineData("SLT-7", "including volunteers and parents, has read and understood this policy and has been trained")]
    [InlineData("ADM-1", "Create approved accounts with the settings that were agreed")]
    [InlineData("ADM-2", "named after a department, an activity or a subject, never after a member of staff")]
    [InlineData("ADM-3", "Keep account details and passwords secure")]
    [InlineData("ADM-4", "Take part in monitoring and in what is posted")]
    [InlineData("ADM-5", "handed over or closed in good order")]
    [InlineData("STF-1", "Use only the accounts that they are authorised for")]
    [InlineData("STF-2", "attend training and updates")]
    [InlineData("STF-3", "look after what they posted")]
    [InlineData("STF-4", "carries a disclaimer")]
    [InlineData("BC-1", "what the account is for")]
    [InlineData("BC-2", "whom it is meant to reach")]
    [InlineData("BC-3", "how people will hear of it")]
    [InlineData("BC-4", "at least two people")]
    [InlineData("BC-5", "open to everybody or closed, and why")]
    [InlineData("BC-6", "approved or rejected")]
    [InlineData("MON-1", "monitored regularly and frequently")]
    [InlineData("MON-2", "answered within 24 hours. What arrives at a weekend is answered on the next working day")]
    [InlineData("MON-3", "When bullying or other inappropriate behaviour shows, we step in")]
    [InlineData("BEH-1", "This duty does not end when you leave the school")]
    [InlineData("BEH-2", "Nobody posts anonymously")]
    [InlineData("BEH-3", "follow the media policy before you reply")]
    [InlineData("BEH-4", "reported to a senior person at once")]
    [InlineData("BEH-5", "Illegal conduct is reported to the police and other agencies")]
    [InlineData("BEH-6", "may be monitored. Excessive private use")]
    [InlineData("IMG-1", "only with permission that is on record")]
    [InlineData("IMG-2", "only through accounts that the school owns")]
    [InlineData("IMG-3", "Nothing that identifies a child goes with them")]
    [InlineData("IMG-4", "an eye on comments and activity after posting")]
    [InlineData("IMG-5", "show groups rather than one child")]
    [InlineData("CPY-1", "Think of copyright")]
    [InlineData("OFF-1", "swiftly and sensitively")]
    [InlineData("OFF-2", "we tell the audience exactly why")]
    [InlineData("OFF-3", "abuse of anybody by a colleague is reported by the agreed protocol")]
    [InlineData("TONE-1", "engaging, conversational and informative, and always professional")]
    [InlineData("PER-1", "Do not follow or engage with current or former pupils")]
    [InlineData("PUP-1", "the behaviour policy applies. Pupils are taught to use social media safely")]
    [InlineData("PAR-1", "we tell parents and carers what acceptable use is")]
    [InlineData("PAR-2", "ask them to remove the comment, invite them to talk in person, and then use the complaints procedure")]
    [InlineData("PUB-1", "watch for what is posted in public about the school")]
    [InlineData("ADV-1", "check your privacy settings")]
    [InlineData("GP-1", "ask a senior leader first")]
    [InlineData("GP-2", "If you make a mistake, report it")]
    [InlineData("GP-3", "Tagging people in pictures is switched off")]
    [InlineData("REV-1", "review this policy every year")]
    public void Every_clause_is_in_it(string clause, string words) => Assert.True(Text.Contains(words, StringComparison.Ordinal), clause);

    [Fact]
    public void The_schools_name_is_filled_in()
    {
        Assert.Contains("Social media helps Hill & Dale School to share", Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{School}", Text, StringComparison.Ordinal);
        Assert.InRange(Text.Length, 1000, PolicyVersion.TextMaximumLength);
    }
}
