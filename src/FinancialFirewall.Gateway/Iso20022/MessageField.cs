namespace FinancialFirewall.Gateway.Iso20022;

/// <summary>What is taken from a message.</summary>
internal enum MessageField
{
    /// <summary>Nothing: an element that only holds others.</summary>
    None,

    /// <summary>The message's identification.</summary>
    MessageId,

    /// <summary>When the message was made.</summary>
    CreatedAt,

    /// <summary>When the transaction was accepted.</summary>
    AcceptedAt,

    /// <summary>The identification of a pain.001's part.</summary>
    PartId,

    /// <summary>The universal end-to-end reference.</summary>
    Uetr,

    /// <summary>The transaction's identification.</summary>
    TransactionId,

    /// <summary>The end-to-end identification.</summary>
    EndToEndId,

    /// <summary>The amount.</summary>
    Amount,

    /// <summary>The amount's currency, an attribute.</summary>
    Currency,

    /// <summary>The service level.</summary>
    ServiceLevel,

    /// <summary>The local instrument.</summary>
    LocalInstrument,

    /// <summary>The clearing system.</summary>
    ClearingSystem,

    /// <summary>The requested execution or settlement date.</summary>
    ExecutionDate,

    /// <summary>The debtor's name.</summary>
    DebtorName,

    /// <summary>The debtor's identification with its bank.</summary>
    DebtorId,

    /// <summary>The debtor's country.</summary>
    DebtorCountry,

    /// <summary>The debtor's account.</summary>
    DebtorAccount,

    /// <summary>The debtor's bank.</summary>
    DebtorAgent,

    /// <summary>The creditor's name.</summary>
    CreditorName,

    /// <summary>The creditor's country.</summary>
    CreditorCountry,

    /// <summary>The creditor's account.</summary>
    CreditorAccount,

    /// <summary>The creditor's bank.</summary>
    CreditorAgent,

    /// <summary>The purpose.</summary>
    Purpose,

    /// <summary>Remittance information, of which there may be several pieces.</summary>
    Remittance,
}
