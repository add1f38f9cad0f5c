namespace BrierleyHill.SocialGov.Web.Infrastructure.Jobs;

/// <summary>This running portal, as leases name it: another start, also on the same machine, has another name.</summary>
public sealed class JobInstance
{
    private const int MachineNameLength = 60;

    /// <summary>The name.</summary>
    public string Name { get; } =
        $"{Environment.MachineName[..Math.Min(Environment.MachineName.Length, MachineNameLength)]} {Guid.NewGuid():N}";
}
