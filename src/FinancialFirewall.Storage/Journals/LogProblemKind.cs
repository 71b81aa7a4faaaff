namespace FinancialFirewall.Storage.Journals;

/// <summary>What follows from a problem in a log.</summary>
internal enum LogProblemKind
{
    /// <summary>The bytes do not check: torn or damaged, depending on where they are.</summary>
    Unreadable,

    /// <summary>The bytes check and cannot be there: damage, wherever they are.</summary>
    Misplaced,

    /// <summary>The bytes check and have a format that this program does not know.</summary>
    Newer,
}
