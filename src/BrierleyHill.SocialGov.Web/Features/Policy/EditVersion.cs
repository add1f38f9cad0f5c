using System.ComponentModel.DataAnnotations;
using BrierleyHill.SocialGov.Domain.Calendar;
using BrierleyHill.SocialGov.Domain.Policy;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Features.Shared;
using BrierleyHill.SocialGov.Web.Infrastructure.Security;

namespace BrierleyHill.SocialGov.Web.Features.Policy;

/// <summary>Changes the title and the text of a version that is being written.</summary>
public sealed class EditVersion(SocialGovDbContext database, CurrentPerson person, TimeProvider clock)
{
    /// <summary>Saves what was typed.</summary>
    public async Task<Result> RunAsync(int id, EditVersionForm form, CancellationToken cancellationToken)
    {
        var found = await database.FindPolicyVersionAsync(id, person.Actor, cancellationToken);
        if (found.IsRefused)
        {
            return found.Error;
        }

        if (found.Value.CheckVersion(form.Version) is { IsRefused: true } stale)
        {
            return stale;
        }

        var edited = found.Value.Edit(form.Title, form.Text, person.Actor, clock.UtcNow());
        return edited.IsRefused ? edited : await database.TrySaveAsync(cancellationToken);
    }
}

/// <summary>The form.</summary>
public sealed class EditVersionForm
{
    /// <summary>The version of the record that was read.</summary>
    public int Version { get; set; }

    /// <summary>The title.</summary>
    [Display(Name = "Title")]
    [MaximumCharacters(PolicyVersion.TitleMaximumLength)]
    public string? Title { get; set; }

    /// <summary>The text.</summary>
    [Display(Name = "Text", Description = "Write in Markdown: # begins a heading, ## a smaller one, - a list entry, and an empty line a new paragraph")]
    [MaximumCharacters(PolicyVersion.TextMaximumLength)]
    public string? Text { get; set; }

    /// <summary>The button that was pressed.</summary>
    public EditVersionButton Do { get; set; }
}

/// <summary>The buttons of the form.</summary>
public enum EditVersionButton
{
    /// <summary>Save and go on to the version's page.</summary>
    Save,

    /// <summary>Show how it looks, and save nothing.</summary>
    Preview,
}
