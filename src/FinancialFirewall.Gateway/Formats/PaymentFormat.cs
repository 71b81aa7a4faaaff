namespace FinancialFirewall.Gateway.Formats;

/// <summary>How payments are written.</summary>
public enum PaymentFormat
{
    /// <summary>One JSON object a line.</summary>
    Lines,

    /// <summary>One JSON array of objects.</summary>
    Array,

    /// <summary>Comma-separated values, by a column map.</summary>
    Csv,

    /// <summary>A pain.001 or pacs.008 message.</summary>
    Iso20022,
}
