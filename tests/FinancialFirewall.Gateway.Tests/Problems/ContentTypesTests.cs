using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Tests.Problems;

public sealed class ContentTypesTests
{
    [Theory]
    [InlineData("application/json", null)]
    [InlineData("Application/JSON; charset=UTF-8", null)]
    [InlineData("application/json; charset=\"utf-8\"", null)]
    [InlineData("application/json; charset=utf-16", "CONTENT_TYPE_UNSUPPORTED")]
    [InlineData("application/x-www-form-urlencoded", "CONTENT_TYPE_UNSUPPORTED")]
    [InlineData("text/json/x", "CONTENT_TYPE_UNSUPPORTED")]
    [InlineData(null, "CONTENT_TYPE_UNSUPPORTED")]
    public void CheckJson_ContentType_IsAcceptedOrNamed(string? type, string? expected)
    {
        var request = new DefaultHttpContext().Request;
        request.ContentType = type;

        Assert.Equal(expected, ContentTypes.CheckJson(request)?.Code);
    }

    [Fact]
    public void CheckJson_ContentEncoding_IsRefused()
    {
        var request = new DefaultHttpContext().Request;
        request.ContentType = "application/json";
        request.Headers.ContentEncoding = "gzip";

        var error = ContentTypes.CheckJson(request);

        Assert.Equal(("CONTENT_ENCODING_UNSUPPORTED", "gzip"), (error?.Code, error?.Value));
    }
}
