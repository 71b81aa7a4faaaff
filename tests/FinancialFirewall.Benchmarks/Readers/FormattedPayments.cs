using System.Globalization;
using System.Text;
using System.Text.Json;
using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Gateway.Formats;

namespace FinancialFirewall.Benchmarks.Readers;

/// <summary>The same payments in one format, as the beginning of a file, each payment, and the end.</summary>
/// <param name="Start">What stands before the first payment.</param>
/// <param name="Payments">The payments.</param>
/// <param name="End">What stands behind the last.</param>
internal sealed record FormattedPayments(byte[] Start, byte[] Payments, byte[] End)
{
    /// <summary>Writes payments in a format.</summary>
    public static FormattedPayments Write(PaymentFormat format, PaymentLines lines)
    {
        var payments = new StringBuilder();
        for (var at = 0; at < lines.Length; at += PaymentLines.LineBytes)
        {
            using var payment = JsonDocument.Parse(lines.Bytes.AsMemory(at, PaymentLines.LineBytes));
            payments.Append(One(format, payment.RootElement, isFirst: at == 0));
        }

        var (start, end) = format switch
        {
            PaymentFormat.Array => ("[", "]"),
            PaymentFormat.Csv => ("transactionReference,amount,currency,fromAccountNumber,toAccountNumber,paymentType,deviceId,initiatedAt,description\n", ""),
            PaymentFormat.Iso20022 => (
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08\"><FIToFICstmrCdtTrf><GrpHdr><MsgId>M</MsgId><CreDtTm>2024-06-12T10:30:00Z</CreDtTm></GrpHdr>\n",
                "</FIToFICstmrCdtTrf></Document>"),
            _ => ("", ""),
        };
        return new FormattedPayments(Encoding.UTF8.GetBytes(start), Encoding.UTF8.GetBytes(payments.ToString()), Encoding.UTF8.GetBytes(end));
    }

    private static string One(PaymentFormat format, JsonElement payment, bool isFirst) => format switch
    {
        PaymentFormat.Lines => payment.GetRawText() + "\n",
        PaymentFormat.Array => (isFirst ? "" : ",\n") + payment.GetRawText(),
        PaymentFormat.Csv => string.Join(',', payment.EnumerateObject().Select(static member => member.Value.ToString())) + "\n",
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <CdtTrfTxInf><PmtId><EndToEndId>NOTPROVIDED</EndToEndId><TxId>{payment.GetProperty("transactionReference")}</TxId></PmtId><PmtTpInf><SvcLvl><Cd>SCT</Cd></SvcLvl></PmtTpInf>
            <IntrBkSttlmAmt Ccy="EUR">{payment.GetProperty("amount")}</IntrBkSttlmAmt><AccptncDtTm>2024-06-12T10:30:00Z</AccptncDtTm><ChrgBr>SLEV</ChrgBr>
            <Dbtr><Nm>Ann</Nm></Dbtr><DbtrAcct><Id><IBAN>{payment.GetProperty("fromAccountNumber")}</IBAN></Id></DbtrAcct><DbtrAgt><FinInstnId><BICFI>COBADEFF</BICFI></FinInstnId></DbtrAgt>
            <CdtrAgt><FinInstnId><BICFI>BNPAFRPP</BICFI></FinInstnId></CdtrAgt><Cdtr><Nm>Bob</Nm></Cdtr><CdtrAcct><Id><IBAN>{payment.GetProperty("toAccountNumber")}</IBAN></Id></CdtrAcct>
            <RmtInf><Ustrd>{payment.GetProperty("description")}</Ustrd></RmtInf></CdtTrfTxInf>

            """),
    };
}
