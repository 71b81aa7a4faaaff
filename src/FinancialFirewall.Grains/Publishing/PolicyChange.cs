using FinancialFirewall.Domain.Audit;
using Orleans;

namespace FinancialFirewall.Grains.Publishing;

/// <summary>A policy file that is to be published.</summary>
/// <param name="Document">The file, UTF-8 JSON.</param>
/// <param name="ExpectedVersion">The version that it was made from; another one in force is a conflict. 0 replaces whatever is there.</param>
[GenerateSerializer, Immutable, Alias("ff.PolicyChange")]
public sealed record PolicyChange([property: Id(0)] ReadOnlyMemory<byte> Document, [property: Id(1)] int ExpectedVersion = 0)
{
    /// <summary>What the change is about, for the audit log; null for the publishing of a whole file.</summary>
    [Id(2)]
    public AuditNote? Note { get; init; }

    /// <summary>Where the change comes from and who agreed to it; null where whoever publishes it made it, and says nothing about it.</summary>
    [Id(3)]
    public PolicyOrigin? Origin { get; init; }
}
