using FinancialFirewall.Domain.Audit;
using Orleans;

namespace FinancialFirewall.Grains.Publishing;

/// <summary>Where a change of the policy comes from, and who agreed to it.</summary>
/// <param name="Comment">Why, for people: at most <see cref="MaximumCommentLength"/> characters; empty where nothing was said.</param>
[GenerateSerializer, Immutable, Alias("ff.PolicyOrigin")]
public sealed record PolicyOrigin([property: Id(0)] string Comment)
{
    /// <summary>The longest comment, in characters.</summary>
    public const int MaximumCommentLength = 500;

    /// <summary>The earlier version whose contents are published again; 0 for none.</summary>
    [Id(1)]
    public int RestoredVersion { get; init; }

    /// <summary>The draft that is published; null for none.</summary>
    [Id(2)]
    public Guid? Draft { get; init; }

    /// <summary>Who made the change; null for whoever publishes it.</summary>
    [Id(3)]
    public AuditActor? Author { get; init; }

    /// <summary>Who approved it and is nobody of those who made it; null where nobody has.</summary>
    [Id(4)]
    public AuditActor? Approver { get; init; }
}
