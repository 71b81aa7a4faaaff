using System.Text;
using FinancialFirewall.Simulator.Payments;

namespace FinancialFirewall.Simulator.Writing;

/// <summary>Writes which payments are fraud: a table <c>reference,isFraud,scenario</c>. Disposing it leaves the stream open.</summary>
public sealed class LabelWriter : IDisposable
{
    private readonly StreamWriter writer;

    /// <summary>Begins the table.</summary>
    /// <param name="stream">Where to.</param>
    public LabelWriter(Stream stream)
    {
        writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("reference,isFraud,scenario");
    }

    /// <summary>Writes a payment's label.</summary>
    public void Write(SimulatedPayment payment)
        => writer.WriteLine(CsvText.Row([payment.TransactionReference, payment.IsFraud ? "1" : "0", payment.Scenario]));

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();
}
