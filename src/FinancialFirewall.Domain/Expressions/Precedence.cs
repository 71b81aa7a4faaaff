namespace FinancialFirewall.Domain.Expressions;

/// <summary>How tightly operators hold their operands together, loosest first.</summary>
internal enum Precedence
{
    Disjunction,
    Conjunction,
    Negation,
    Comparison,
    Sum,
    Product,
    Sign,
    Primary,
}
