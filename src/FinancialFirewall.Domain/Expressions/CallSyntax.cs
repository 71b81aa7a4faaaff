namespace FinancialFirewall.Domain.Expressions;

/// <summary>A function with its arguments.</summary>
internal sealed record CallSyntax(Token Name, int End, IReadOnlyList<Syntax> Arguments)
    : Syntax(Name.Start, End, 1 + (Arguments.Count == 0 ? 0 : Arguments.Max(static item => item.Depth)));
