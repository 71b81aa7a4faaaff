namespace FinancialFirewall.Gateway.Csv;

/// <summary>What became of a row.</summary>
internal enum CsvOutcome
{
    /// <summary>It was read.</summary>
    Row,

    /// <summary>Its end has not arrived.</summary>
    Incomplete,

    /// <summary>A quotation mark was opened in it and never closed.</summary>
    QuoteOpen,

    /// <summary>Something other than a delimiter or the row's end stands behind a closing quotation mark.</summary>
    TextBehindQuote,
}
