using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Policies;

/// <summary>
/// The aggregates that any configuration names, each once by its canonical text, and their slots: those of the debtor account first, those of other
/// keys after them, both in order of appearance.
/// </summary>
internal sealed class PolicyWindows
{
    private readonly Dictionary<string, int> slots = new(StringComparer.Ordinal);

    private PolicyWindows(IReadOnlyList<AggregateExpression> account, IReadOnlyList<AggregateExpression> keyed)
    {
        Account = account;
        Keyed = keyed;
        foreach (var aggregate in account.Concat(keyed))
        {
            slots.Add(aggregate.Id, slots.Count);
        }
    }

    /// <summary>The aggregates over the debtor account's history.</summary>
    public IReadOnlyList<AggregateExpression> Account { get; }

    /// <summary>The aggregates over other keys' histories.</summary>
    public IReadOnlyList<AggregateExpression> Keyed { get; }

    /// <summary>Collects the aggregates of conditions.</summary>
    /// <returns>The windows, or the error that there are too many.</returns>
    public static Result<PolicyWindows> Collect(IEnumerable<Expression> conditions)
    {
        var all = conditions.SelectMany(static condition => ExpressionLeaves.Aggregates(condition))
            .DistinctBy(static aggregate => aggregate.Id, StringComparer.Ordinal).ToList();
        if (all.Count > WindowDefinition.MaximumPerPolicy)
        {
            return new Error(
                ErrorKind.TooLarge, "WINDOWS_TOO_MANY", "/configurations", $"{all.Count}",
                $"A policy has at most {WindowDefinition.MaximumPerPolicy} windows over all its configurations, this one has {all.Count}; the first one too many is {all[WindowDefinition.MaximumPerPolicy]}.");
        }

        return new PolicyWindows(
            [.. all.Where(static aggregate => aggregate.Key == AggregateKey.Account)],
            [.. all.Where(static aggregate => aggregate.Key != AggregateKey.Account)]);
    }

    /// <summary>Where an aggregate's value stands in a frame.</summary>
    public int SlotOf(AggregateExpression aggregate) => slots[aggregate.Id];

    /// <summary>What a history keeps for an aggregate.</summary>
    public static WindowDefinition DefinitionOf(AggregateExpression aggregate)
        => new(aggregate.Id, aggregate.Function, aggregate.WindowSeconds, aggregate.IsOverText, aggregate.SeriesId);
}
