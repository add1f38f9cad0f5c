using System.CommandLine;
using BrierleyHill.SocialGov.Domain.Shared;
using BrierleyHill.SocialGov.Web.Features.Audit;

namespace BrierleyHill.SocialGov.Web.CommandLine;

/// <summary><c>verify-audit</c>: walks the audit's chain and names the first broken link.</summary>
public sealed class VerifyAuditVerb : Verb
{
    /// <inheritdoc />
    public override string Name => "verify-audit";

    /// <inheritdoc />
    public override Command Build(IServiceProvider services)
    {
        var command = new Command(Name, "Walks the audit from its first line and names the first that was changed, taken out or put in.");
        command.SetAction(async (_, cancellationToken) =>
        {
            var verdict = await services.GetRequiredService<VerifyAudit>().RunAsync(Actor.Portal("Command line"), cancellationToken);
            if (verdict.IsWhole)
            {
                Console.WriteLine($"The audit is whole: {verdict.Lines} lines, each following from the one before.");
                Console.WriteLine($"Fingerprint of the last line: {verdict.LastFingerprint}");
                return Success;
            }

            await Console.Error.WriteLineAsync($"The audit is broken after {verdict.Lines} whole lines. {verdict.Broken}");
            return Failure;
        });
        return command;
    }
}
