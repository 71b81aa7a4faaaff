using System.IO.Compression;
using System.Text.Json;
using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Host.Tests.Assessing;

[Collection(ProcessCollection.Name)]
public sealed class AssessFormatTests
{
    private const string Transfer = """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><FIToFICstmrCdtTrf><GrpHdr><MsgId>M</MsgId><CreDtTm>2026-03-01T10:00:00Z</CreDtTm></GrpHdr>
        <CdtTrfTxInf><PmtId><TxId>x-1</TxId></PmtId><IntrBkSttlmAmt Ccy="EUR">5.00</IntrBkSttlmAmt><DbtrAcct><Id><Othr><Id>A</Id></Othr></Id></DbtrAcct></CdtTrfTxInf>
        <CdtTrfTxInf><PmtId><TxId>x-2</TxId></PmtId><IntrBkSttlmAmt Ccy="EUR">5.001</IntrBkSttlmAmt><DbtrAcct><Id><Othr><Id>A</Id></Othr></Id></DbtrAcct></CdtTrfTxInf>
        </FIToFICstmrCdtTrf></Document>
        """;

    [Theory]
    [InlineData("handbook-sim", 300)]
    [InlineData("amlsim-10k", 300)]
    public async Task Assess_PublicDataWithItsMap_DecidesEveryRow(string set, int rows)
    {
        var data = Path.Combine(AppContext.BaseDirectory, "Data", set);

        var result = await FirewallProgram.RunAsync("assess", Path.Combine(data, "transactions.csv"), "--map", Path.Combine(data, "map.json"));

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains($"{rows} payments assessed (0 duplicates, 0 degraded), 0 lines refused", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assess_PackedCsvWithoutMap_ShowsTheGuessAndStopsWhereItIsNotEnough()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.File("payments.csv.gz");
        await using (var packed = new GZipStream(File.Create(file), CompressionLevel.Fastest))
        {
            await packed.WriteAsync("Id,Amount,Account\n1,5.00,A\n"u8.ToArray());
        }

        var result = await FirewallProgram.RunAsync("assess", file);

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains("Amount", result.Errors, StringComparison.Ordinal);
        Assert.Contains("No column seems to be currency.", result.Errors, StringComparison.Ordinal);
        Assert.Contains("--guess > map.json", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assess_Guess_PrintsAMapThatCanBeUsed()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Write("payments.csv", "Id;Betrag;Ccy;IBAN;Date\n1;1.005,50;EUR;A;01.03.2026\n2;7,00;EUR;A;28.03.2026\n");
        var guess = await FirewallProgram.RunAsync("assess", file, "--guess");
        var map = directory.Write("map.json", guess.Output);

        var result = await FirewallProgram.RunAsync("assess", file, "--map", map, "--out", "-");

        Assert.True(guess.ExitCode == 0 && result.ExitCode == 0, $"{guess}\n{result}");
        Assert.Equal("dd.MM.yyyy", JsonDocument.Parse(guess.Output).RootElement.GetProperty("members").GetProperty("initiatedAt").GetProperty("format").GetString());
        Assert.Equal(["1", "2"], result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Answer.Parse(line).Answer.Reference));
    }

    [Fact]
    public async Task Assess_SkipErrors_WritesWhatCanBeMended()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Write("message.xml", Transfer);
        var rejects = directory.File("message.xml.rejects.ndjson");

        var result = await FirewallProgram.RunAsync("assess", file, "--skip-errors", "--out", "-");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal("x-1", Answer.Parse(Assert.Single(result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))).Answer.Reference);
        using var reject = JsonDocument.Parse(Assert.Single(await File.ReadAllLinesAsync(rejects)));
        Assert.Equal("/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[2]/IntrBkSttlmAmt", reject.RootElement.GetProperty("errors")[0].GetProperty("place").GetString());
        var mended = directory.Write("mended.ndjson", reject.RootElement.GetProperty("payment").GetRawText().Replace("5.001", "5.01", StringComparison.Ordinal));
        Assert.Equal(0, (await FirewallProgram.RunAsync("assess", mended)).ExitCode);
    }

    [Fact]
    public async Task Assess_RejectedCardNumber_IsMasked()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Write("payments.csv", "transactionReference,amount,currency,fromAccountNumber\na,x,EUR,4111111111111111\n");
        var rejects = directory.File("rejects.ndjson");

        var result = await FirewallProgram.RunAsync("assess", file, "--skip-errors", "--rejects", rejects);

        Assert.True(result.ExitCode == 0, result.ToString());
        var line = await File.ReadAllTextAsync(rejects);
        Assert.Contains("\"source\":\"a,x,EUR,************1111\\n\"", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assess_MessageThatBreaks_DecidesWhatStandsBeforeAndSaysWhere()
    {
        var result = await FirewallProgram.RunWithInputAsync(Transfer.Replace("5.001", "6.00", StringComparison.Ordinal).Replace("</Document>", "</Dokument>", StringComparison.Ordinal), "assess", "-", "--skip-errors", "--rejects", "/dev/null");

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains("2 payments assessed", result.Output, StringComparison.Ordinal);
        Assert.Contains("(NOT_XML)", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE Document SYSTEM \"file:///etc/passwd\">")]
    [InlineData("<!DOCTYPE Document [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>")]
    public async Task Assess_MessageWithADocumentType_IsRefusedUnread(string documentType)
    {
        var result = await FirewallProgram.RunWithInputAsync(documentType + Transfer, "assess", "-");

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains("(DTD_REFUSED)", result.Output, StringComparison.Ordinal);
        Assert.Contains("0 payments assessed", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assess_Bomb_IsRefusedByItsRatio()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.File("payments.csv.gz");
        await using (var packed = new GZipStream(File.Create(file), CompressionLevel.SmallestSize))
        {
            await packed.WriteAsync("transactionReference,amount,currency,fromAccountNumber\na,1,EUR,A\n"u8.ToArray());
            await packed.WriteAsync(Enumerable.Repeat((byte)'\n', 16 << 20).ToArray());
        }

        var result = await FirewallProgram.RunAsync("assess", file);

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains("(UNPACKED_RATIO)", result.Output, StringComparison.Ordinal);
        Assert.Contains("1 payments assessed", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("assess", "-", "--format", "pdf")]
    [InlineData("assess", "-", "--map", "/nowhere/map.json")]
    [InlineData("assess", "-", "--zone", "Berlin")]
    [InlineData("assess", "-", "--rejects", "x")]
    public async Task Assess_WrongCommandLine_IsAUsageError(params string[] arguments)
    {
        var result = await FirewallProgram.RunAsync(arguments);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.StartsWith("firewall: ", result.Errors, StringComparison.Ordinal);
    }
}
