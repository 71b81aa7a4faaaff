using FinancialFirewall.Gateway.Authentication;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Tests.Authentication;

public sealed class ApiKeyHeaderTests
{
    [Theory]
    [InlineData("Bearer ff_demo_x", null, "ff_demo_x")]
    [InlineData("bearer   ff_demo_x ", null, "ff_demo_x")]
    [InlineData(null, "ff_demo_x", "ff_demo_x")]
    [InlineData("Bearer ff_demo_x", "ff_demo_x", "ff_demo_x")]
    [InlineData("Bearer ff_demo_x", "ff_demo_y", "")]
    [InlineData("Basic ZGVtbzp4", null, "")]
    [InlineData("ff_demo_x", null, "")]
    [InlineData(null, null, "")]
    public void Read_Headers_GivesTheOneKey(string? authorization, string? apiKey, string expected)
    {
        IHeaderDictionary headers = new HeaderDictionary();
        if (authorization is not null)
        {
            headers.Authorization = authorization;
        }

        if (apiKey is not null)
        {
            headers["X-Api-Key"] = apiKey;
        }

        Assert.Equal(expected, ApiKeyHeader.Read(headers));
    }

    [Fact]
    public void Read_SeveralKeys_GivesNone()
    {
        var headers = new HeaderDictionary { ["X-Api-Key"] = new(["ff_demo_x", "ff_demo_x"]) };

        Assert.Equal("", ApiKeyHeader.Read(headers));
    }
}
