using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Time;
using Orleans;

namespace FinancialFirewall.Grains.Drafts;

/// <summary>A policy that somebody works on and that decides nothing.</summary>
/// <param name="Id">Identifies it in its tenant.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Comment">Why it is made.</param>
/// <param name="BaseVersion">The version that it was made from; publishing it replaces that version and no other.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Tag">Identifies its contents: the version that it was made from, a point, and its revision.</param>
/// <param name="Document">The policy file's canonical JSON, UTF-8, secrets included.</param>
[GenerateSerializer, Immutable, Alias("ff.PolicyDraft")]
public sealed record PolicyDraft(
    [property: Id(0)] Guid Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string Comment,
    [property: Id(3)] int BaseVersion,
    [property: Id(4)] DraftStatus Status,
    [property: Id(5)] string Tag,
    [property: Id(6)] ReadOnlyMemory<byte> Document)
{
    /// <summary>The most drafts of a tenant at once.</summary>
    public const int MaximumPerTenant = 20;

    /// <summary>The longest name, in characters.</summary>
    public const int MaximumNameLength = 100;

    /// <summary>When it was created.</summary>
    [Id(7)]
    public Instant CreatedAt { get; init; }

    /// <summary>When it was changed last.</summary>
    [Id(8)]
    public Instant ChangedAt { get; init; }

    /// <summary>Who had a hand in it, each once, who created it first.</summary>
    [Id(9)]
    public IReadOnlyList<AuditActor> Authors { get; init; } = [];

    /// <summary>Who rejected it last; null where nobody has.</summary>
    [Id(10)]
    public AuditActor? Rejecter { get; init; }

    /// <summary>Why it was rejected; empty where it was not.</summary>
    [Id(11)]
    public string Rejection { get; init; } = "";
}
