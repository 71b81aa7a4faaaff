namespace FinancialFirewall.Domain.Expressions;

/// <summary>Conditions with <c>and</c>, or with <c>or</c>, between them.</summary>
internal sealed record JunctionSyntax(bool IsAnd, IReadOnlyList<Syntax> Items)
    : Syntax(Items[0].Start, Items[^1].End, 1 + Items.Max(static item => item.Depth));
