namespace FinancialFirewall.Domain.Lists;

/// <summary>What an entry of a list does to a payment. The numbers are kept on disk and never change.</summary>
public enum ListKind : byte
{
    /// <summary>It rejects the payment.</summary>
    Block = 1,

    /// <summary>It approves the payment, unless a BLOCK entry or the engine rejects it.</summary>
    Allow = 2,

    /// <summary>Nothing by itself: rules ask for it.</summary>
    Watch = 3,
}
