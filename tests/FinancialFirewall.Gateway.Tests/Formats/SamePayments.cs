using System.Globalization;
using System.Security;
using System.Text;

namespace FinancialFirewall.Gateway.Tests.Formats;

/// <summary>The same payments, made from a seed, in every format that is read.</summary>
internal sealed class SamePayments
{
    private static readonly string[] Names = ["Zoë \"Z\" Martin", "Meier & Söhne <GmbH>", "O'Neill, Ann", "李雷", "Bob;Co|Ltd"];
    private static readonly string[] Currencies = ["EUR", "USD", "GBP"];

    private readonly List<(string Member, string Value)[]> payments = [];

    public SamePayments(int seed, int count)
    {
        var random = new Random(seed);
        var time = new DateTime(2024, 3, 1, 8, 0, 0, DateTimeKind.Utc);
        for (var number = 0; number < count; number++)
        {
            time = time.AddSeconds(random.Next(1, 3600));
            var (uuid, hex) = (new byte[16], "");
            random.NextBytes(uuid);
            hex = Convert.ToHexStringLower(uuid);
            var uetr = $"{hex[..8]}-{hex[8..12]}-4{hex[13..16]}-a{hex[17..20]}-{hex[20..]}";
            payments.Add(
            [
                ("transactionReference", uetr),
                ("uetr", uetr),
                ("amount", string.Create(CultureInfo.InvariantCulture, $"{random.Next(1, 20_000)}.{random.Next(100):00}")),
                ("currency", Currencies[random.Next(Currencies.Length)]),
                ("fromAccountNumber", random.Next(4) == 0 ? "DE89370400440532013000" : $"ACC-{random.Next(20)}"),
                ("toAccountNumber", $"ACC-{random.Next(20)}"),
                ("debtorName", Names[random.Next(Names.Length)]),
                ("creditorName", Names[random.Next(Names.Length)]),
                ("remittanceInformation", $"Invoice {number}, {Names[random.Next(Names.Length)]}"),
                ("endToEndId", $"E2E-{number}"),
                ("paymentType", "SEPA"),
                ("localInstrumentationCode", "INST"),
                ("clearingSystemCode", "ST2"),
                ("requestedExecutionDate", time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                ("initiatedAt", time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
                ("paymentSource", "CLEARING_SYSTEM"),
            ]);
        }
    }

    public string Lines => string.Join('\n', payments.Select(Json));

    public string Array => $"[\n{string.Join(",\n", payments.Select(Json))}\n]";

    public string Csv => $"{string.Join(',', payments[0].Select(static member => member.Member))}\n"
        + string.Concat(payments.Select(static payment => $"{string.Join(',', payment.Select(static member => $"\"{member.Value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))}\n"));

    public string BankTransfer
    {
        get
        {
            var message = new StringBuilder("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08\"><FIToFICstmrCdtTrf><GrpHdr><MsgId>M</MsgId><CreDtTm>2024-02-28T00:00:00Z</CreDtTm>");
            message.Append("<SttlmInf><ClrSys><Cd>ST2</Cd></ClrSys></SttlmInf></GrpHdr>");
            foreach (var payment in payments)
            {
                var values = payment.ToDictionary(static member => member.Member, static member => SecurityElement.Escape(member.Value), StringComparer.Ordinal);
                var account = values["fromAccountNumber"];
                message.Append(CultureInfo.InvariantCulture, $"""
                    <CdtTrfTxInf><PmtId><EndToEndId>{values["endToEndId"]}</EndToEndId><TxId>T</TxId><UETR>{values["uetr"]}</UETR></PmtId>
                    <PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl><LclInstrm><Cd>INST</Cd></LclInstrm></PmtTpInf>
                    <IntrBkSttlmAmt Ccy="{values["currency"]}">{values["amount"]}</IntrBkSttlmAmt><IntrBkSttlmDt>{values["requestedExecutionDate"]}</IntrBkSttlmDt>
                    <AccptncDtTm>{values["initiatedAt"]}</AccptncDtTm>
                    <Dbtr><Nm>{values["debtorName"]}</Nm></Dbtr><DbtrAcct><Id>{(account[0] == 'D' ? $"<IBAN>{account}</IBAN>" : $"<Othr><Id>{account}</Id></Othr>")}</Id></DbtrAcct>
                    <Cdtr><Nm>{values["creditorName"]}</Nm></Cdtr><CdtrAcct><Id><Othr><Id>{values["toAccountNumber"]}</Id></Othr></Id></CdtrAcct>
                    <RmtInf><Ustrd>{values["remittanceInformation"]}</Ustrd></RmtInf></CdtTrfTxInf>
                    """);
            }

            return message.Append("</FIToFICstmrCdtTrf></Document>").ToString();
        }
    }

    private static string Json((string Member, string Value)[] payment)
        => $"{{{string.Join(',', payment.Select(static member => $"\"{member.Member}\":\"{member.Value.Replace("\"", "\\\"", StringComparison.Ordinal)}\""))}}}";
}
