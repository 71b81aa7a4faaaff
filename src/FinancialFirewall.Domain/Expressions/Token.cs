using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>One token of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it starts, from 0.</param>
/// <param name="Length">How long it is; 0 for the end.</param>
/// <param name="Text">The name, the text without quotes and escapes, or the symbol.</param>
/// <param name="Number">The number, or the duration in seconds.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(TokenKind Kind, int Start, int Length, string Text, decimal Number)
{
    public int End => Start + Length;

    /// <summary>Whether it is an operator or a bracket.</summary>
    public bool IsSymbol(string symbol) => Kind == TokenKind.Symbol && string.Equals(Text, symbol, StringComparison.Ordinal);

    /// <summary>Whether it is a keyword, in upper or lower case.</summary>
    public bool IsWord(string word) => Kind == TokenKind.Word && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);
}
