using System.Text;
using FinancialFirewall.Gateway.Csv;
using FinancialFirewall.Gateway.Tests.Bodies;

namespace FinancialFirewall.Gateway.Tests.Csv;

public sealed class CsvBodyReaderTests
{
    private const int Limit = 64;

    [Theory]
    [InlineData("amount,currency\n1.50,EUR\n", "2:{\"amount\":1.50,\"currency\":\"EUR\"}")]
    [InlineData("\uFEFFamount;currency\r\n1;EUR\r\n\r\n2;USD", "2:{\"amount\":1,\"currency\":\"EUR\"}|4:{\"amount\":2,\"currency\":\"USD\"}")]
    [InlineData("amount\tdescription\n1\t", "2:{\"amount\":1}")]
    [InlineData("description,metadata.a,metadata.b\n\"x, \"\"y\"\"\nz\",1,\n", "2:{\"description\":\"x, \\\"y\\\"\\u000az\",\"metadata\":{\"a\":\"1\"}}")]
    [InlineData("description,metadata\nx,\"{\"\"a\"\":1}\"\n", "2:{\"description\":\"x\",\"metadata\":{\"a\":1}}")]
    [InlineData("description,metadata\nx,\"{\"\"a\"\":1},\"\"kind\"\":1\"\n", "2:!METADATA_INVALID")]
    [InlineData("description\n5\" pipe\n", "2:{\"description\":\"5\\\" pipe\"}")]
    [InlineData("description\n\"\"\n\"a\"\r\n\"b\"", "2:{}|3:{\"description\":\"a\"}|4:{\"description\":\"b\"}")]
    [InlineData("amount,currency\n1\n2,EUR,x\n3,EUR", "2:!CSV_FIELD_COUNT|3:!CSV_FIELD_COUNT|4:{\"amount\":3,\"currency\":\"EUR\"}")]
    [InlineData("description,amount\n\"a\"b,1\nc,2\n", "2:!CSV_TEXT_BEHIND_QUOTE|3:{\"description\":\"c\",\"amount\":2}")]
    [InlineData("description,amount\n\"a,1\nc,2\n", "2:!CSV_QUOTE_OPEN|3:{\"description\":\"c\",\"amount\":2}")]
    [InlineData("amount,cardPresent\n1,YES\n2,0\n3,maybe", "2:{\"amount\":1,\"cardPresent\":true}|3:{\"amount\":2,\"cardPresent\":false}|4:!TRUTH_INVALID")]
    [InlineData("amount\n1,5\n", "2:!CSV_FIELD_COUNT")]
    [InlineData("amount,currency\n\"1,5\",EUR\n", "2:!NUMBER_INVALID")]
    [InlineData("amount,colour\n1,red\n", "1:!!COLUMN_UNKNOWN")]
    [InlineData("amount,amount\n1,2\n", "1:!!COLUMN_DUPLICATE")]
    [InlineData("amount", "")]
    [InlineData("", "")]
    public void TryTake_HeaderOfMembers_AnyPieces_GivesTheSamePayments(string input, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(input);
        for (var piece = 1; piece <= bytes.Length + 1; piece++)
        {
            Assert.Equal(expected, string.Join('|', BodyFeeding.Read(new CsvBodyReader(map: null, Limit), bytes, piece)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(1000)]
    public void TryTake_RowOverTheLimit_IsPassedOver(int piece)
    {
        var input = Encoding.UTF8.GetBytes($"description\na\n{new string('x', 500)}\nb\n");

        Assert.Equal(["2:{\"description\":\"a\"}", "3:!ROW_TOO_LARGE", "4:{\"description\":\"b\"}"], BodyFeeding.Read(new CsvBodyReader(map: null, Limit), input, piece));
    }

    [Fact]
    public void TryTake_QuoteThatSwallowsTheLimit_CostsOneLine()
    {
        var input = $"description\n\"a\n{string.Concat(Enumerable.Repeat("b\n", 100))}";

        var found = BodyFeeding.Read(new CsvBodyReader(map: null, Limit), input);

        Assert.Equal(101, found.Count);
        Assert.Equal(["2:!CSV_QUOTE_OPEN", "3:{\"description\":\"b\"}"], found[..2]);
    }

    [Fact]
    public void TryTake_Utf16_IsRefusedWithWhatWouldBeRight()
        => Assert.Equal(["1:!!NOT_UTF8"], BodyFeeding.Read(new CsvBodyReader(map: null, Limit), [0xFF, 0xFE, (byte)'a', 0], 4));

    [Fact]
    public void Describe_Member_NamesItsColumns()
    {
        var map = ColumnMapReader.Read(
            """{"members":{"amount":"Betrag","initiatedAt":{"template":"{Tag}T{Zeit}Z"},"currency":{"value":"EUR"}}}"""u8.ToArray()).Value;
        var reader = new CsvBodyReader(map, Limit);

        Assert.Equal(["2:{\"amount\":1,\"initiatedAt\":\"2026-03-01T10:00:00Z\",\"currency\":\"EUR\"}"], BodyFeeding.Read(reader, "Betrag,Tag,Zeit\n1,2026-03-01,10:00:00\n"));
        Assert.Equal("column 'Betrag'", reader.Describe(reader.Place, "amount"));
        Assert.Equal("columns 'Tag', 'Zeit'", reader.Describe(reader.Place, "initiatedAt"));
        Assert.Equal("fixed in the column map", reader.Describe(reader.Place, "currency"));
        Assert.Equal("", reader.Describe(reader.Place, "kind"));
    }

    [Fact]
    public void TryTake_MapWithoutHeader_NamesColumnsByNumber()
    {
        var map = ColumnMapReader.Read("""{"header":false,"delimiter":"|","members":{"amount":"#2","description":"#1"}}"""u8.ToArray()).Value;

        Assert.Equal(["1:{\"amount\":5,\"description\":\"x\"}"], BodyFeeding.Read(new CsvBodyReader(map, Limit), "x|5\n"));
    }

    [Fact]
    public void TryTake_MapOfMissingColumn_NamesTheNearest()
    {
        var map = ColumnMapReader.Read("""{"members":{"amount":"Betrg"}}"""u8.ToArray()).Value;

        var error = Assert.Single(BodyFeeding.FirstErrors(new CsvBodyReader(map, Limit), "Betrag\n1\n"));

        Assert.Equal(("COLUMN_MISSING", "amount", "Betrg"), (error.Code, error.Member, error.Value));
        Assert.Contains("Did you mean 'Betrag'?", error.Message, StringComparison.Ordinal);
    }
}
