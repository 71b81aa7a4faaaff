using FinancialFirewall.Domain.Lists;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>What a policy knows and its conditions do not.</summary>
/// <param name="BaseCurrencyDecimals">How many decimals the tenant's base currency has, 0 to 4.</param>
/// <param name="SlotOf">Where in <see cref="EvaluationFrame.Aggregates"/> an aggregate's value stands; equal aggregates, equal slots.</param>
/// <param name="ListOf">The matcher of a named list; asked only for names that <see cref="ExpressionLeaves.ListNames"/> gives.</param>
public sealed record CompilationContext(
    int BaseCurrencyDecimals, Func<AggregateExpression, int> SlotOf, Func<string, ListMatcher> ListOf);
