namespace BrierleyHill.SocialGov.Web.Features.Policy;

/// <summary>How to write Markdown, in Markdown.</summary>
public static class MarkdownHelp
{
    /// <summary>The text.</summary>
    public const string Text = """
        Leave an empty line between paragraphs, and before and after a list or table.

        | You type | You get |
        | --- | --- |
        | `# Who decides` | a heading |
        | `## Before the decision` | a smaller heading |
        | `- one point` | a list with dots |
        | `1. first step` | a list with numbers |
        | `**important**` | **important** |
        | `[NSPCC](https://www.nspcc.org.uk)` | a link |
        | `> quoted words` | words set apart |

        A table has a row of headings, a row of dashes, and a row for each line, each with a bar between the columns:

        ```
        | What | Who |
        | --- | --- |
        | Approves accounts | A senior leader |
        ```
        """;
}
