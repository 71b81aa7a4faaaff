using FinancialFirewall.Domain.Time;
using Orleans;

namespace FinancialFirewall.Grains.Publishing;

/// <summary>One published version of a tenant's policy. It crosses grains as data and is compiled once a process.</summary>
/// <param name="Version">1 for the first, one more for each.</param>
/// <param name="Hash">SHA-256 of everything that decides, as lower-case hex.</param>
/// <param name="Document">The policy file's canonical JSON, UTF-8.</param>
/// <param name="PublishedAt">When it was accepted.</param>
/// <param name="Warnings">What can never decide in it, for people.</param>
[GenerateSerializer, Immutable, Alias("ff.PublishedPolicy")]
public sealed record PublishedPolicy(
    [property: Id(0)] int Version,
    [property: Id(1)] string Hash,
    [property: Id(2)] ReadOnlyMemory<byte> Document,
    [property: Id(3)] Instant PublishedAt,
    [property: Id(4)] IReadOnlyList<string> Warnings);
