namespace FinancialFirewall.Domain.Expressions;

/// <summary>A part of a regular expression over ASCII texts.</summary>
internal abstract record PatternNode
{
    /// <summary>One character of a set; bit n stands for the character n.</summary>
    internal sealed record Set(UInt128 Characters) : PatternNode;

    /// <summary>Parts one after the other; nothing at all where there are none.</summary>
    internal sealed record Sequence(IReadOnlyList<PatternNode> Parts) : PatternNode;

    /// <summary>One of some parts.</summary>
    internal sealed record Choice(IReadOnlyList<PatternNode> Parts) : PatternNode;

    /// <summary>A part several times; without a most as often as it likes.</summary>
    internal sealed record Repeat(PatternNode Part, int Least, int? Most) : PatternNode;
}
