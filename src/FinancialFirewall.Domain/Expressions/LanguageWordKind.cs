namespace FinancialFirewall.Domain.Expressions;

/// <summary>What a word of the language is.</summary>
public enum LanguageWordKind
{
    /// <summary>A member of the payment.</summary>
    Member,

    /// <summary>Something that is known of the payment beside its members.</summary>
    Variable,

    /// <summary>A function over the payment.</summary>
    Function,

    /// <summary>A function over a history.</summary>
    Aggregate,

    /// <summary>Whose history an aggregate looks at, behind <c>by</c>.</summary>
    Key,

    /// <summary>An operator or another word that is never the name of a member.</summary>
    Keyword,
}
