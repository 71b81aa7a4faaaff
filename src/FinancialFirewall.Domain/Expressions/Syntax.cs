namespace FinancialFirewall.Domain.Expressions;

/// <summary>A part of a text as it was written, before types are known.</summary>
/// <param name="Start">Where it starts, from 0.</param>
/// <param name="End">Behind its end.</param>
/// <param name="Depth">How many levels it has, 1 for a leaf.</param>
internal abstract record Syntax(int Start, int End, int Depth)
{
    public int Length => End - Start;
}
