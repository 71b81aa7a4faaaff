using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using FinancialFirewall.Simulator.Payments;
using FinancialFirewall.Simulator.Writing;

namespace FinancialFirewall.Simulator.Tests.Writing;

public sealed class WriterTests
{
    private static readonly List<SimulatedPayment> Clearing
        = [.. Simulation.Create(new SimulationOptions { Seed = 3, Customers = 100, Days = 5, FraudPerMille = 50, View = PaymentView.Clearing }).Value.Payments()];

    [Fact]
    public void Write_Ndjson_HasOneObjectALineWithoutWhatIsAbsent()
    {
        var lines = Lines(PaymentFormat.Ndjson);

        Assert.Equal(Clearing.Count, lines.Length);
        using var first = JsonDocument.Parse(lines[0]);
        Assert.Equal(Clearing[0].TransactionReference, first.RootElement.GetProperty("transactionReference").GetString());
        Assert.Equal(Clearing[0].DebtorName, first.RootElement.GetProperty("debtorName").GetString());
        Assert.False(first.RootElement.TryGetProperty("deviceId", out _));
    }

    [Fact]
    public void Write_Csv_HasOneFieldForEveryColumn()
    {
        var lines = Lines(PaymentFormat.Csv);

        Assert.StartsWith("transactionReference,initiatedAt,amount,currency,", lines[0], StringComparison.Ordinal);
        Assert.Equal(Clearing.Count + 1, lines.Length);
        Assert.All(lines, line => Assert.Equal(29, line.Count(sign => sign == ',')));
    }

    [Fact]
    public void Write_Pacs008_SaysHowManyTransactionsThereAreAndHasThem()
    {
        XNamespace space = "urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08";
        var message = XDocument.Parse(Text(PaymentFormat.Pacs008)).Root!.Element(space + "FIToFICstmrCdtTrf")!;

        Assert.Equal($"{Clearing.Count}", message.Element(space + "GrpHdr")!.Element(space + "NbOfTxs")!.Value);
        Assert.Equal(
            Clearing.Select(payment => payment.TransactionReference),
            message.Elements(space + "CdtTrfTxInf").Select(transfer => transfer.Element(space + "PmtId")!.Element(space + "TxId")!.Value));
        Assert.Equal(
            ["PmtId", "IntrBkSttlmAmt", "IntrBkSttlmDt", "AccptncDtTm", "ChrgBr", "Dbtr", "DbtrAcct", "DbtrAgt", "CdtrAgt", "Cdtr", "CdtrAcct", "Purp", "RmtInf"],
            message.Element(space + "CdtTrfTxInf")!.Elements().Select(element => element.Name.LocalName));
    }

    [Fact]
    public void Write_Labels_NameReferenceFraudAndScenario()
    {
        using var stream = new MemoryStream();
        using (var labels = new LabelWriter(stream))
        {
            Clearing.ForEach(labels.Write);
        }

        var lines = Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n');
        var fraud = Clearing.First(payment => payment.IsFraud);
        Assert.Equal("reference,isFraud,scenario", lines[0]);
        Assert.Equal(Clearing.Count + 1, lines.Length);
        Assert.Contains($"{fraud.TransactionReference},1,{fraud.Scenario}", lines);
        Assert.Contains($"{Clearing.First(payment => !payment.IsFraud).TransactionReference},0,", lines);
    }

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData(null, "")]
    [InlineData("plain", "plain")]
    public void Row_Field_IsQuotedWhereItMustBe(string? field, string expected) => Assert.Equal($"x,{expected}", CsvText.Row(["x", field]));

    private static string[] Lines(PaymentFormat format) => Text(format).TrimEnd('\n').Split('\n');

    private static string Text(PaymentFormat format)
    {
        using var stream = new MemoryStream();
        using (var writer = PaymentWriters.Open(format, stream, Clearing))
        {
            Clearing.ForEach(writer.Write);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
