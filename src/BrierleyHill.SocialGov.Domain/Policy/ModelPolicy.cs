namespace BrierleyHill.SocialGov.Domain.Policy;

/// <summary>The policy that was written for this product: what a school begins with that has published none.</summary>
public static class ModelPolicy
{
    /// <summary>Its title.</summary>
    public const string Title = "Social media policy";

    private const string School = "{School}";

    private static readonly Lazy<string> Written = new(Read);

    /// <summary>Its text in Markdown, with the school's name filled in.</summary>
    public static string TextFor(string schoolName) => Written.Value.Replace(School, schoolName, StringComparison.Ordinal);

    private static string Read()
    {
        using var stream = typeof(ModelPolicy).Assembly.GetManifestResourceStream("ModelPolicy.md")
            ?? throw new InvalidOperationException("The model policy is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
