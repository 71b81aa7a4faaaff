using FinancialFirewall.Domain.Histories;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>A function over a history. A window is always there, so that an aggregate without one never gets this far.</summary>
internal sealed record AggregateSyntax(
    Token Name, int End, AggregateFunction Function, Token Argument, AggregateKey Key, Token Window, Syntax? Filter)
    : Syntax(Name.Start, End, 1 + Math.Max(1, Filter?.Depth ?? 0));
