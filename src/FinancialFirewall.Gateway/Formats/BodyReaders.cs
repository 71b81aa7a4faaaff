using FinancialFirewall.Gateway.Bodies;
using FinancialFirewall.Gateway.Csv;
using FinancialFirewall.Gateway.Limits;

namespace FinancialFirewall.Gateway.Formats;

/// <summary>The reader of each format.</summary>
internal static class BodyReaders
{
    /// <summary>A reader for one input.</summary>
    public static IBodyReader Open(PaymentSyntax syntax, GatewayLimits limits) => syntax.Format switch
    {
        PaymentFormat.Lines => new LineBodyReader(limits.MaximumLineBytes),
        PaymentFormat.Array => new ArrayBodyReader(limits.MaximumLineBytes),
        PaymentFormat.Csv => new CsvBodyReader(syntax.Map, limits.MaximumLineBytes),
        _ => throw new ArgumentOutOfRangeException(nameof(syntax), syntax.Format, "Every format has a reader."),
    };
}
