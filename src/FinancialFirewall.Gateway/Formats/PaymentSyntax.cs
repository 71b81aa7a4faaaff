using FinancialFirewall.Gateway.Csv;

namespace FinancialFirewall.Gateway.Formats;

/// <summary>Everything that has to be known to read an input.</summary>
/// <param name="Format">How its payments are written.</param>
/// <param name="Map">What the columns of CSV mean; null where the header names the members of a payment.</param>
public sealed record PaymentSyntax(PaymentFormat Format, ColumnMap? Map = null)
{
    /// <summary>One JSON object a line.</summary>
    public static PaymentSyntax Lines { get; } = new(PaymentFormat.Lines);
}
