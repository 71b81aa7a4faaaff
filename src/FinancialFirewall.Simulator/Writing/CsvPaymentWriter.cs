using System.Text;
using FinancialFirewall.Simulator.Payments;

namespace FinancialFirewall.Simulator.Writing;

/// <summary>A table whose columns have the members' names; an empty field is absent.</summary>
internal sealed class CsvPaymentWriter : IPaymentWriter
{
    private readonly StreamWriter writer;

    public CsvPaymentWriter(Stream stream)
    {
        writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(CsvText.Row(MemberTexts.All.Select(static member => member.Name)));
    }

    /// <inheritdoc/>
    public void Write(SimulatedPayment payment) => writer.WriteLine(CsvText.Row(MemberTexts.All.Select(member => member.Text(payment))));

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();
}
