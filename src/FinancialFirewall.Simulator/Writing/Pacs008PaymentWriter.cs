using System.Globalization;
using System.Text;
using System.Xml;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Simulator.Payments;

namespace FinancialFirewall.Simulator.Writing;

/// <summary>
/// One message FIToFICustomerCreditTransferV08. The reference is the transaction's id, the time at which it was initiated the transaction's acceptance time.
/// </summary>
internal sealed class Pacs008PaymentWriter : IPaymentWriter
{
    private const string Namespace = "urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08";

    private readonly XmlWriter xml;

    public Pacs008PaymentWriter(Stream stream, IEnumerable<SimulatedPayment> payments)
    {
        xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" });
        var (count, last) = (0L, default(Instant));
        foreach (var payment in payments)
        {
            count++;
            last = payment.InitiatedAt;
        }

        WriteHead(count, last);
    }

    /// <inheritdoc/>
    public void Write(SimulatedPayment payment)
    {
        xml.WriteStartElement("CdtTrfTxInf");
        xml.WriteStartElement("PmtId");
        xml.WriteElementString("EndToEndId", payment.EndToEndId);
        xml.WriteElementString("TxId", payment.TransactionReference);
        xml.WriteEndElement();
        xml.WriteStartElement("IntrBkSttlmAmt");
        xml.WriteAttributeString("Ccy", payment.Currency);
        xml.WriteString(MemberTexts.Amount(payment.AmountMinor));
        xml.WriteEndElement();
        xml.WriteElementString("IntrBkSttlmDt", payment.InitiatedAt.ToDateTimeOffset().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        xml.WriteElementString("AccptncDtTm", payment.InitiatedAt.ToString());
        xml.WriteElementString("ChrgBr", "SLEV");
        WriteParty("Dbtr", payment.DebtorName, payment.FromAccountNumber);
        WriteNested(payment.DebtorAgent, "DbtrAgt", "FinInstnId", "BICFI");
        WriteNested(payment.CreditorAgent, "CdtrAgt", "FinInstnId", "BICFI");
        WriteParty("Cdtr", payment.CreditorName, payment.ToAccountNumber);
        WriteNested(payment.PurposeCode, "Purp", "Cd");
        WriteNested(payment.RemittanceInformation, "RmtInf", "Ustrd");
        xml.WriteEndElement();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        xml.WriteEndDocument();
        xml.Dispose();
    }

    private void WriteHead(long count, Instant last)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("Document", Namespace);
        xml.WriteStartElement("FIToFICstmrCdtTrf");
        xml.WriteStartElement("GrpHdr");
        xml.WriteElementString("MsgId", string.Create(CultureInfo.InvariantCulture, $"FW-SIM-{last.UnixSeconds:x}"));
        xml.WriteElementString("CreDtTm", last.ToString());
        xml.WriteElementString("NbOfTxs", count.ToString(CultureInfo.InvariantCulture));
        xml.WriteStartElement("SttlmInf");
        xml.WriteElementString("SttlmMtd", "CLRG");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteParty(string element, string? name, string account)
    {
        WriteNested(name, element, "Nm");
        WriteNested(account, element + "Acct", "Id", "IBAN");
    }

    private void WriteNested(string? text, params ReadOnlySpan<string> path)
    {
        if (text is null)
        {
            return;
        }

        foreach (var element in path)
        {
            xml.WriteStartElement(element);
        }

        xml.WriteString(text);
        for (var i = 0; i < path.Length; i++)
        {
            xml.WriteEndElement();
        }
    }
}
