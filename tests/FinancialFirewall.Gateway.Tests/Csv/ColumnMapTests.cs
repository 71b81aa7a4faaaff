using System.Text;
using FinancialFirewall.Gateway.Csv;
using FinancialFirewall.Gateway.Tests.Bodies;

namespace FinancialFirewall.Gateway.Tests.Csv;

public sealed class ColumnMapTests
{
    private const int Limit = 1 << 20;

    [Theory]
    [InlineData("""{"column":"x","decimal":","}""", "1,5", "1.5")]
    [InlineData("""{"column":"x","decimal":",","group":"."}""", "-1.234.567,50", "-1234567.50")]
    [InlineData("""{"column":"x","group":","}""", "1,234", "1234")]
    [InlineData("""{"column":"x","group":","}""", "12,34", "NUMBER_INVALID")]
    [InlineData("""{"column":"x","group":","}""", ",234", "NUMBER_INVALID")]
    [InlineData("""{"column":"x","impliedDecimals":2}""", "1250", "12.50")]
    [InlineData("""{"column":"x","impliedDecimals":2}""", "5", "0.05")]
    [InlineData("""{"column":"x","impliedDecimals":2}""", "1.5", "NUMBER_INVALID")]
    [InlineData("\"x\"", "+007.10", "7.10")]
    [InlineData("\"x\"", "0.5", "0.5")]
    [InlineData("\"x\"", "1e3", "NUMBER_INVALID")]
    [InlineData("\"x\"", "1.", "NUMBER_INVALID")]
    [InlineData("\"x\"", ".5", "NUMBER_INVALID")]
    [InlineData("\"x\"", "-", "NUMBER_INVALID")]
    public void Amount_AsWritten_IsReadByItsFormat(string member, string field, string expected)
        => Assert.Equal(Expected("\"amount\":", expected, quotes: ""), Convert("amount", member, field));

    [Theory]
    [InlineData("""{"column":"x","format":"yyyy-MM-dd HH:mm:ss"}""", "2026-03-01 10:20:30", "2026-03-01T10:20:30Z")]
    [InlineData("""{"column":"x","format":"yyyy-MM-dd HH:mm:sszzz"}""", "2026-03-01 10:20:30+02:00", "2026-03-01T08:20:30Z")]
    [InlineData("""{"column":"x","format":"dd.MM.yyyy HH:mm","zone":"Europe/Berlin"}""", "01.07.2026 10:20", "2026-07-01T08:20:00Z")]
    [InlineData("""{"column":"x","format":"dd.MM.yyyy HH:mm","zone":"Europe/Berlin"}""", "01.12.2026 10:20", "2026-12-01T09:20:00Z")]
    [InlineData("""{"column":"x","format":"dd.MM.yyyy HH:mm","zone":"Europe/Berlin"}""", "25.10.2026 02:30", "2026-10-25T00:30:00Z")]
    [InlineData("""{"column":"x","format":"dd.MM.yyyy HH:mm","zone":"Europe/Berlin"}""", "29.03.2026 02:30", "TIME_INVALID")]
    [InlineData("""{"column":"x","format":"unix"}""", "1772359230", "2026-03-01T10:00:30Z")]
    [InlineData("""{"column":"x","format":"unixMs"}""", "1772359230250", "2026-03-01T10:00:30.25Z")]
    [InlineData("""{"column":"x","format":"unix"}""", "-1", "TIME_INVALID")]
    [InlineData("""{"column":"x","format":"unix"}""", "99999999999999999", "TIME_INVALID")]
    [InlineData("""{"column":"x","format":"yyyy-MM-dd"}""", "2026-02-30", "TIME_INVALID")]
    public void InitiatedAt_AsWritten_IsReadByItsFormat(string member, string field, string expected)
        => Assert.Equal(Expected("\"initiatedAt\":", expected, quotes: "\""), Convert("initiatedAt", member, field));

    [Theory]
    [InlineData("""{"column":"x","format":"dd.MM.yyyy"}""", "01.07.2026", "2026-07-01")]
    [InlineData("""{"column":"x","format":"dd.MM.yyyy HH:mm","zone":"Europe/Berlin"}""", "01.07.2026 00:30", "2026-07-01")]
    [InlineData("""{"column":"x","format":"yyyyMMdd"}""", "19691231", "1969-12-31")]
    public void ExecutionDate_AsWritten_IsTheDateOfItsClock(string member, string field, string expected)
        => Assert.Equal(Expected("\"requestedExecutionDate\":", expected, quotes: "\""), Convert("requestedExecutionDate", member, field));

    [Theory]
    [InlineData("""{"column":"x","values":{"A":"PAYMENT","B":"REFUND"}}""", "B", "REFUND")]
    [InlineData("""{"column":"x","values":{"A":"PAYMENT"}}""", "b", "VALUE_UNKNOWN")]
    [InlineData("""{"column":"x","values":{"A":"PAYMENT"},"otherwise":"REFUND"}""", "b", "REFUND")]
    [InlineData("""{"template":"{{{x}}}"}""", "b", "{b}")]
    [InlineData("""{"value":"CAPTURE"}""", "b", "CAPTURE")]
    public void Kind_AsWritten_IsReadByItsValues(string member, string field, string expected)
        => Assert.Equal(Expected("\"kind\":", expected, quotes: "\""), Convert("kind", member, field));

    [Fact]
    public void Values_EmptyText_MakesTheMemberAbsent()
        => Assert.Equal("{}", Convert("kind", """{"column":"x","values":{"n/a":""}}""", "n/a"));

    [Theory]
    [InlineData("[]", "MAP_INVALID", "")]
    [InlineData("{", "MAP_NOT_JSON", "")]
    [InlineData("{}", "MAP_INVALID", "/members")]
    [InlineData("""{"membres":{},"members":{}}""", "MAP_INVALID", "/membres")]
    [InlineData("""{"delimiter":"ab","members":{}}""", "MAP_INVALID", "/delimiter")]
    [InlineData("""{"header":"no","members":{}}""", "MAP_INVALID", "/header")]
    [InlineData("""{"members":{"amont":"x"}}""", "MAP_INVALID", "/members/amont")]
    [InlineData("""{"members":{"amount":5}}""", "MAP_INVALID", "/members/amount")]
    [InlineData("""{"members":{"amount":{}}}""", "MAP_INVALID", "/members/amount")]
    [InlineData("""{"members":{"amount":{"column":"a","value":"b"}}}""", "MAP_INVALID", "/members/amount")]
    [InlineData("""{"members":{"amount":{"column":"a","decimals":","}}}""", "MAP_INVALID", "/members/amount/decimals")]
    [InlineData("""{"members":{"amount":{"column":"a","decimal":",","group":","}}}""", "MAP_INVALID", "/members/amount/group")]
    [InlineData("""{"members":{"amount":{"column":"a","impliedDecimals":7}}}""", "MAP_INVALID", "/members/amount/impliedDecimals")]
    [InlineData("""{"members":{"initiatedAt":{"column":"a","format":"%"}}}""", "MAP_INVALID", "/members/initiatedAt/format")]
    [InlineData("""{"members":{"initiatedAt":{"column":"a","zone":"Berlin"}}}""", "MAP_INVALID", "/members/initiatedAt/zone")]
    [InlineData("""{"members":{"kind":{"template":"{a"}}}""", "MAP_INVALID", "/members/kind/template")]
    [InlineData("""{"members":{"kind":{"template":"a}"}}}""", "MAP_INVALID", "/members/kind/template")]
    [InlineData("""{"members":{"kind":{"column":"a","values":[]}}}""", "MAP_INVALID", "/members/kind/values")]
    public void Read_WrongMap_SaysWhereAndWhat(string json, string code, string pointer)
    {
        var error = ColumnMapReader.Read(Encoding.UTF8.GetBytes(json)).Errors[0];

        Assert.Equal((code, pointer), (error.Code, error.Member));
    }

    [Fact]
    public void Write_AnyMap_IsReadAsTheSame()
    {
        const string Json = """
            {"delimiter":"|","quote":"'","header":false,"members":{"transactionReference":"#1","amount":{"column":"#2","decimal":",","group":"."},"currency":{"value":"EUR"},
            "initiatedAt":{"template":"{#3} {#4}","format":"dd.MM.yyyy HH:mm","zone":"Europe/Berlin"},"kind":{"column":"#5","values":{"A":"PAYMENT"},"otherwise":"REFUND"},
            "metadata.points":{"column":"#6","impliedDecimals":2}}}
            """;
        var once = ColumnMapWriter.Write(ColumnMapReader.Read(Encoding.UTF8.GetBytes(Json)).Value);
        var twice = ColumnMapWriter.Write(ColumnMapReader.Read(once).Value);

        Assert.Equal(Encoding.UTF8.GetString(once.Span), Encoding.UTF8.GetString(twice.Span));
        Assert.Contains("\"template\": \"{#3} {#4}\"", Encoding.UTF8.GetString(once.Span), StringComparison.Ordinal);
        Assert.Contains("\"zone\": \"Europe/Berlin\"", Encoding.UTF8.GetString(once.Span), StringComparison.Ordinal);
    }

    private static string Expected(string name, string expected, string quotes)
        => expected.EndsWith("_INVALID", StringComparison.Ordinal) || expected == "VALUE_UNKNOWN" ? $"!{expected}" : $"{{{name}{quotes}{expected}{quotes}}}";

    private static string Convert(string name, string member, string field)
    {
        var map = ColumnMapReader.Read(Encoding.UTF8.GetBytes($"{{\"delimiter\":\";\",\"members\":{{\"{name}\":{member}}}}}")).Value;
        return Assert.Single(BodyFeeding.Read(new CsvBodyReader(map, Limit), $"x;y\n{field};1\n"))[2..];
    }
}
