using System.CommandLine;
using BrierleyHill.SocialGov.Web.Features.People;

namespace BrierleyHill.SocialGov.Web.CommandLine;

/// <summary>
/// <c>create-manager</c>: makes a portal manager and prints a one-time link with which they set their password. It makes the first
/// one, and lets somebody back in when nobody can sign in any more.
/// </summary>
public sealed class CreateManagerVerb : Verb
{
    /// <inheritdoc />
    public override string Name => "create-manager";

    /// <inheritdoc />
    public override Command Build(IServiceProvider services)
    {
        var email = new Option<string>("--email") { Description = "The person's e-mail address, with which they sign in.", Required = true };
        var forename = new Option<string>("--forename") { Description = "The forename of a new person.", DefaultValueFactory = _ => "Portal" };
        var surname = new Option<string>("--surname") { Description = "The surname of a new person.", DefaultValueFactory = _ => "Manager" };
        var takeAway = new Option<bool>("--take-away-second-factor")
        {
            Description = "Also takes away the person's authenticator app, passkeys and recovery codes, where they are lost.",
        };
        var command = new Command(Name, "Makes a portal manager, and prints a one-time link with which they set their password.")
        {
            email,
            forename,
            surname,
            takeAway,
        };
        command.SetAction(async (typed, cancellationToken) =>
        {
            var made = await services.GetRequiredService<MakePortalManager>().RunAsync(
                typed.GetRequiredValue(email), typed.GetRequiredValue(forename), typed.GetRequiredValue(surname), typed.GetValue(takeAway), cancellationToken);
            if (made.IsRefused)
            {
                await Console.Error.WriteLineAsync(made.Error.Message);
                return Refused;
            }

            Console.WriteLine(made.Value.Sentence);
            Console.WriteLine(made.Value.Link);
            return Success;
        });
        return command;
    }
}
