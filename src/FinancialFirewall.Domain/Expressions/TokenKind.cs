namespace FinancialFirewall.Domain.Expressions;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>A name or a keyword.</summary>
    Word,

    /// <summary>A name in <c>${ }</c>, which is never a keyword.</summary>
    QuotedName,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A duration.</summary>
    Duration,

    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary>A list's name behind <c>@</c>.</summary>
    ListName,

    /// <summary>An operator or a bracket.</summary>
    Symbol,
}
