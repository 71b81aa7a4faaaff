using Orleans;

namespace FinancialFirewall.Grains.Trials;

/// <summary>Payments of which it is known what they were, beside what was decided about them and what would have been. Stopped is what does not pass: every decision but APPROVE.</summary>
[GenerateSerializer, Immutable, Alias("ff.KnownPayments")]
public sealed record KnownPayments
{
    /// <summary>All of them.</summary>
    [Id(0)]
    public MovedValue All { get; init; } = new(0, []);

    /// <summary>Those that were stopped.</summary>
    [Id(1)]
    public MovedValue StoppedBefore { get; init; } = new(0, []);

    /// <summary>Those that would have been stopped.</summary>
    [Id(2)]
    public MovedValue StoppedAfter { get; init; } = new(0, []);

    /// <summary>Those that passed, and would not have.</summary>
    [Id(3)]
    public MovedValue Blocked { get; init; } = new(0, []);

    /// <summary>Those that were stopped, and would not have been.</summary>
    [Id(4)]
    public MovedValue Released { get; init; } = new(0, []);
}
