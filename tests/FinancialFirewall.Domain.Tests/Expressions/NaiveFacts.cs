using System.Numerics;

namespace FinancialFirewall.Domain.Tests.Expressions;

/// <summary>
/// What the naive interpreter sees of a payment: values by the names of the language. Numbers are <see cref="decimal"/>, texts <see cref="string"/>,
/// truths <see cref="bool"/>, times and durations microseconds as <see cref="BigInteger"/>; a name that is missing is absent.
/// </summary>
internal sealed class NaiveFacts
{
    /// <summary>Members, variables and, by their canonical text, aggregates.</summary>
    public Dictionary<string, object> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>The policy's lists.</summary>
    public Dictionary<string, HashSet<string>> Lists { get; init; } = new(StringComparer.Ordinal);

    public object? this[string name] => Values.GetValueOrDefault(name);

    public override string ToString() => string.Join(", ", Values.Select(static pair => $"{pair.Key}={pair.Value}"));
}
