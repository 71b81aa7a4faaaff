using FinancialFirewall.Gateway.Formats;
using FinancialFirewall.Gateway.Unpacking;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Tests.Formats;

public sealed class BatchContentTests
{
    [Theory]
    [InlineData("application/x-ndjson", PaymentFormat.Lines)]
    [InlineData("application/ndjson", PaymentFormat.Lines)]
    [InlineData("application/jsonl", PaymentFormat.Lines)]
    [InlineData("application/json; charset=utf-8", PaymentFormat.Array)]
    [InlineData("text/csv", PaymentFormat.Csv)]
    [InlineData("application/xml", PaymentFormat.Iso20022)]
    [InlineData("text/xml", PaymentFormat.Iso20022)]
    public void Read_ContentType_DecidesTheFormat(string type, PaymentFormat expected)
        => Assert.Equal(expected, BatchContent.Read(Request(type)).Value.Syntax.Format);

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("text/csv; charset=iso-8859-1")]
    [InlineData(null)]
    public void Read_OtherContentType_IsRefusedWith415(string? type)
    {
        var error = Assert.Single(BatchContent.Read(Request(type)).Errors);

        Assert.Equal(("CONTENT_TYPE_UNSUPPORTED", 415), (error.Code, BatchContent.StatusOf(error)));
    }

    [Theory]
    [InlineData("", Packing.None)]
    [InlineData("identity", Packing.None)]
    [InlineData("gzip", Packing.Gzip)]
    [InlineData("GZIP", Packing.Gzip)]
    [InlineData("br", Packing.Brotli)]
    public void Read_ContentEncoding_DecidesThePacking(string encoding, Packing expected)
        => Assert.Equal(expected, BatchContent.Read(Request("text/csv", encoding)).Value.Packing);

    [Theory]
    [InlineData("zstd")]
    [InlineData("gzip, br")]
    public void Read_OtherContentEncoding_IsRefusedWith415(string encoding)
    {
        var error = Assert.Single(BatchContent.Read(Request("text/csv", encoding)).Errors);

        Assert.Equal(("CONTENT_ENCODING_UNSUPPORTED", 415), (error.Code, BatchContent.StatusOf(error)));
    }

    [Fact]
    public void Read_MapOfCsv_IsRead()
    {
        var content = BatchContent.Read(Request("text/csv", map: """{"members":{"amount":"Betrag"}}"""));

        Assert.Equal("amount", Assert.Single(content.Value.Syntax.Map!.Members).Name);
    }

    [Theory]
    [InlineData("text/csv", "{", "MAP_NOT_JSON")]
    [InlineData("text/csv", "{}", "MAP_INVALID")]
    [InlineData("application/xml", "{}", "MAP_UNEXPECTED")]
    public void Read_WrongMap_IsRefusedWith400(string type, string map, string code)
    {
        var error = Assert.Single(BatchContent.Read(Request(type, map: map)).Errors);

        Assert.Equal((code, 400), (error.Code, BatchContent.StatusOf(error)));
    }

    private static HttpRequest Request(string? type, string encoding = "", string map = "")
    {
        var request = new DefaultHttpContext().Request;
        request.ContentType = type;
        request.Headers.ContentEncoding = encoding;
        request.QueryString = map.Length == 0 ? QueryString.Empty : QueryString.Create("map", map);
        return request;
    }
}
