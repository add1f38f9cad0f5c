using System.CommandLine;
using BrierleyHill.SocialGov.Web.Data;

namespace BrierleyHill.SocialGov.Web.CommandLine;

/// <summary><c>migrate</c>: brings the database up to date.</summary>
public sealed class MigrateVerb : Verb
{
    /// <inheritdoc />
    public override string Name => "migrate";

    /// <inheritdoc />
    public override bool RunsBeforeMigration => true;

    /// <inheritdoc />
    public override Command Build(IServiceProvider services)
    {
        var command = new Command(Name, "Creates the database, or brings it up to date with this release. Back it up first.");
        command.SetAction(async (_, cancellationToken) =>
        {
            var applied = await services.GetRequiredService<SocialGovDbContext>().MigrateAsync(cancellationToken);
            Console.WriteLine(applied.Count == 0
                ? "The database is up to date. Nothing was changed."
                : $"The database is up to date. Applied: {string.Join(", ", applied)}.");
            return Success;
        });
        return command;
    }
}
