namespace FinancialFirewall.Domain.Expressions;

/// <summary>A list that is written out.</summary>
internal sealed record ListSyntax(int Start, int End, IReadOnlyList<Syntax> Items)
    : Syntax(Start, End, 1 + Items.Max(static item => item.Depth));
