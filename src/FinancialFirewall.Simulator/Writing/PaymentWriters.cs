using FinancialFirewall.Simulator.Payments;

namespace FinancialFirewall.Simulator.Writing;

/// <summary>Writers by format.</summary>
public static class PaymentWriters
{
    /// <summary>Begins to write.</summary>
    /// <param name="format">The format.</param>
    /// <param name="stream">Where to; a buffered stream, since payments are written one by one.</param>
    /// <param name="payments">All that will be written; enumerated once by formats that say beforehand how many there are.</param>
    public static IPaymentWriter Open(PaymentFormat format, Stream stream, IEnumerable<SimulatedPayment> payments) => format switch
    {
        PaymentFormat.Ndjson => new NdjsonPaymentWriter(stream),
        PaymentFormat.Csv => new CsvPaymentWriter(stream),
        PaymentFormat.Pacs008 => new Pacs008PaymentWriter(stream, payments),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
    };
}
