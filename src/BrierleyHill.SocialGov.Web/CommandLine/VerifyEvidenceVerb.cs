using System.CommandLine;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Incidents;

namespace BrierleyHill.SocialGov.Web.CommandLine;

/// <summary><c>verify-evidence</c>: hashes every file anew, walks every chronology, and names what changed, is missing or is not on record.</summary>
public sealed class VerifyEvidenceVerb : Verb
{
    /// <inheritdoc />
    public override string Name => "verify-evidence";

    /// <inheritdoc />
    public override Command Build(IServiceProvider services)
    {
        var command = new Command(Name, "Hashes every file anew and walks the chronology of every incident. Names what was changed, is missing or is not on record.");
        command.SetAction(async (typed, cancellationToken) =>
        {
            var verdict = await services.GetRequiredService<VerifyEvidence>().RunAsync(Actor.Portal("Command line"), cancellationToken);
            foreach (var finding in verdict.Findings)
            {
                await typed.InvocationConfiguration.Error.WriteLineAsync(finding);
            }

            var looked = $"pieces of evidence hashed anew: {verdict.Evidence}, other files: {verdict.OtherFiles}, chronologies walked: {verdict.Chronologies}.";
            if (verdict.IsWhole)
            {
                await typed.InvocationConfiguration.Output.WriteLineAsync($"The evidence is whole: {looked}");
                return Success;
            }

            await typed.InvocationConfiguration.Error.WriteLineAsync($"The evidence is not whole. Findings: {verdict.Findings.Count}; {looked}");
            return Failure;
        });
        return command;
    }
}
