using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Batches;

[Collection(GatewayCollection.Name)]
public sealed class BatchFormatTests(GatewayFixture fixture)
{
    private const string Path = "/api/v1/fraud-risk/assessments/batch";

    [Fact]
    public async Task Post_Array_AnswersEachElement()
    {
        var lines = await PostAsync($"[{Payments.Small("a-1")},\n{Payments.Small("a-2", amount: "-1")},\n{Payments.Small("a-3")}]", "application/json");

        Assert.Equal(["a-1", "2: /1/amount AMOUNT_NOT_POSITIVE", "a-3"], lines);
    }

    [Fact]
    public async Task Post_ReusedReferenceInAnArray_SaysWhereItStands()
    {
        var lines = await PostAsync($"[{Payments.Small("u-1")},{Payments.Small("u-1", amount: "7.00")}]", "application/json");

        Assert.Equal(["u-1", "1: /1 REFERENCE_REUSED"], lines);
    }

    [Fact]
    public async Task Post_BrokenArray_AnswersWhatStandsBeforeAndWhereItBreaks()
    {
        var lines = await PostAsync($"[{Payments.Small("k-1")}\n{Payments.Small("k-2")}]", "application/json");

        Assert.Equal(["k-1", "2:  NOT_A_JSON_ARRAY"], lines);
    }

    [Fact]
    public async Task Post_Csv_AnswersEachRow()
    {
        var lines = await PostAsync("transactionReference,amount,currency,fromAccountNumber\nv-1,10.00,EUR,A\nv-2,10.001,EUR,A\nv-3,x,EUR,A\nv-4,12,EUR,A\n", "text/csv");

        Assert.Equal(["v-1", "3: column 'amount' AMOUNT_DECIMALS", "4: column 'amount' NUMBER_INVALID", "v-4"], lines);
    }

    [Fact]
    public async Task Post_CsvWithMap_ReadsItsColumns()
    {
        const string Map = """
            {"members":{"transactionReference":"Nr","amount":{"column":"Betrag","decimal":",","group":"."},"currency":{"value":"EUR"},"fromAccountNumber":"Konto",
            "initiatedAt":{"column":"Zeit","format":"dd.MM.yyyy HH:mm","zone":"Europe/Berlin"}}}
            """;
        var lines = await PostAsync("Nr;Betrag;Konto;Zeit\nw-1;1.234,50;A;01.03.2025 12:00\n", $"text/csv", $"?map={Uri.EscapeDataString(Map)}");

        var same = await PostAsync(
            """{"transactionReference":"w-1","amount":"1234.50","currency":"EUR","fromAccountNumber":"A","initiatedAt":"2025-03-01T11:00:00Z"}""",
            "application/x-ndjson");

        Assert.Equal(["w-1"], lines);
        Assert.Equal(["w-1 again"], same);
    }

    [Theory]
    [InlineData("application/xml")]
    [InlineData("text/xml")]
    public async Task Post_Message_AnswersEachPaymentAndSaysWhereAWrongOneStands(string type)
    {
        var reference = type.Replace('/', '-');
        var message = Message(Transfer($"{reference}-1", "5.00") + Transfer($"{reference}-2", "5.001") + Transfer($"{reference}-3", "7"));

        var lines = await PostAsync(message, type);

        Assert.Equal([$"{reference}-1", "3: /Document/FIToFICstmrCdtTrf/CdtTrfTxInf[2]/IntrBkSttlmAmt AMOUNT_DECIMALS", $"{reference}-3"], lines);
    }

    [Theory]
    [InlineData("<!DOCTYPE Document>")]
    [InlineData("<!DOCTYPE Document SYSTEM \"file:///etc/passwd\">")]
    [InlineData("<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE Document [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>")]
    public async Task Post_MessageWithADocumentType_IsRefusedUnread(string documentType)
    {
        var lines = await PostAsync(documentType + Message(Transfer("dtd", "5.00")), "application/xml");

        Assert.Equal(["1: DTD_REFUSED"], lines.Select(static line => $"{line.Split(' ')[0]} {line.Split(' ')[^1]}"));
    }

    [Fact]
    public async Task Post_MessageThatIsABomb_IsRefusedByItsRatioBehindWhatWasWhole()
    {
        var message = Encoding.UTF8.GetBytes(Message(Transfer("bomb-1", "5.00") + string.Concat(Enumerable.Repeat("<!-- -->", 1 << 20))));

        var lines = await PostPackedAsync(Pack("gzip", message), "gzip", type: "application/xml");

        Assert.Equal(["bomb-1", "UNPACKED_RATIO"], lines.Select(static line => line.Split(' ')[^1]));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Post_PackedLines_AreUnpacked(string encoding)
    {
        var body = string.Concat(Enumerable.Range(0, 500).Select(number => Payments.Small($"z-{encoding}-{number}") + "\n"));

        var lines = await PostPackedAsync(Pack(encoding, Encoding.UTF8.GetBytes(body)), encoding);

        Assert.Equal(Enumerable.Range(0, 500).Select(number => $"z-{encoding}-{number}"), lines);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Post_PackedAndCutOff_IsRefusedBehindWhatWasWhole(string encoding)
    {
        var packed = Pack(encoding, Encoding.UTF8.GetBytes(Payments.Small($"y-{encoding}") + "\n"));

        var lines = await PostPackedAsync(packed[..^3], encoding);

        Assert.Equal("PACKING_BROKEN", lines[^1].Split(' ')[^1]);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Post_BodyThatIsNotPacked_IsRefused(string encoding)
        => Assert.Equal(["1:  PACKING_BROKEN"], await PostPackedAsync(Encoding.UTF8.GetBytes(Payments.Small("n-1") + new string(' ', 100)), encoding));

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Post_Bomb_IsRefusedByItsRatio(string encoding)
    {
        var lines = await PostPackedAsync(Pack(encoding, new byte[64 << 20]), encoding);

        Assert.Equal("UNPACKED_RATIO", lines[^1].Split(' ')[^1]);
    }

    [Fact]
    public async Task Post_MoreThanMayBeUnpacked_IsRefused()
    {
        await using var gateway = await RunningGateway.StartAsync(static limits => limits.MaximumUnpackedBytes = 100);

        var lines = await PostPackedAsync(Pack("gzip", Encoding.UTF8.GetBytes(Payments.Small("m-1") + "\n" + Payments.Small("m-2"))), "gzip", gateway);

        Assert.Equal("UNPACKED_TOO_LARGE", lines[^1].Split(' ')[^1]);
    }

    private Task<List<string>> PostAsync(string body, string type, string query = "")
        => SendAsync(fixture.Gateway, new StringContent(body, Encoding.UTF8, type), query);

    private Task<List<string>> PostPackedAsync(byte[] body, string encoding, RunningGateway? gateway = null, string type = "application/x-ndjson")
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        return SendAsync(gateway ?? fixture.Gateway, content, "");
    }

    /// <summary>References of payments that were decided; line, place and code of the others.</summary>
    private static async Task<List<string>> SendAsync(RunningGateway gateway, HttpContent content, string query)
    {
        using var response = await gateway.Client.PostAsync(Path + query, content);
        Assert.Equal((HttpStatusCode.OK, "application/x-ndjson"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var text = await response.Content.ReadAsStringAsync();
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Describe)];
    }

    private static string Describe(string answer)
    {
        using var document = JsonDocument.Parse(answer);
        var root = document.RootElement;
        if (!root.TryGetProperty("errors", out var errors))
        {
            return root.GetProperty("transactionReference").GetString() + (root.TryGetProperty("duplicate", out _) ? " again" : "");
        }

        var place = errors[0].TryGetProperty("place", out var found) ? found.GetString() : "";
        return $"{root.GetProperty("line")}: {place} {errors[0].GetProperty("code")}";
    }

    private static string Message(string payments) => "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08\"><FIToFICstmrCdtTrf><GrpHdr><MsgId>M</MsgId>"
        + $"<CreDtTm>2025-03-01T10:00:00Z</CreDtTm></GrpHdr>\n{payments}</FIToFICstmrCdtTrf></Document>";

    private static string Transfer(string reference, string amount) => $"<CdtTrfTxInf><PmtId><TxId>{reference}</TxId></PmtId><IntrBkSttlmAmt Ccy=\"EUR\">{amount}</IntrBkSttlmAmt>"
        + "<DbtrAcct><Id><Othr><Id>A</Id></Othr></Id></DbtrAcct></CdtTrfTxInf>\n";

    private static byte[] Pack(string encoding, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (Stream packing = encoding == "gzip" ? new GZipStream(packed, CompressionLevel.SmallestSize) : new BrotliStream(packed, CompressionLevel.SmallestSize))
        {
            packing.Write(bytes);
        }

        return packed.ToArray();
    }
}
