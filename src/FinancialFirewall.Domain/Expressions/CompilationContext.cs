namespace FinancialFirewall.Domain.Expressions;

/// <summary>What a policy knows and its conditions do not.</summary>
/// <param name="BaseCurrencyDecimals">How many decimals the tenant's base currency has, 0 to 4.</param>
/// <param name="SlotOf">Where in <see cref="EvaluationFrame.Aggregates"/> an aggregate's value stands; equal aggregates, equal slots.</param>
/// <param name="ListOf">Where in <see cref="EvaluationFrame.Lists"/> a named list stands; asked only for names that <see cref="ExpressionLeaves.ListNames"/> gives.</param>
public sealed record CompilationContext(
    int BaseCurrencyDecimals, Func<AggregateExpression, int> SlotOf, Func<string, int> ListOf)
{
    private readonly Dictionary<ZoneRules, ZoneRules> zones = [];

    /// <summary>One object for all zones that are equal, so that a frame sees at a glance that two conditions ask for the same clock.</summary>
    internal ZoneRules Shared(ZoneRules zone)
    {
        zones.TryAdd(zone, zone);
        return zones[zone];
    }
}
