using System.Text;
using FinancialFirewall.Gateway.Pages;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Tests.Pages;

public sealed class PageMiddlewareTests
{
    private const string Html = "text/html,application/xhtml+xml";

    private static readonly PageFiles Console = PageFiles.Of(new Dictionary<string, byte[]>(StringComparer.Ordinal)
    {
        ["index.html"] = "the page"u8.ToArray(),
        ["icon.svg"] = "<svg/>"u8.ToArray(),
        ["assets/index-abc.js"] = "let a = 1;"u8.ToArray(),
        ["assets/index-abc.js.br"] = "compressed"u8.ToArray(),
        ["secret.key"] = "never"u8.ToArray(),
    });

    [Theory]
    [InlineData("/", "*/*", "the page")]
    [InlineData("/", Html, "the page")]
    [InlineData("/assessments/42", Html, "the page")]
    [InlineData("/icon.svg", "*/*", "<svg/>")]
    [InlineData("/assets/index-abc.js", "*/*", "let a = 1;")]
    [InlineData("/assessments/42", "application/json", null)]
    [InlineData("/api/v1/nothing", Html, null)]
    [InlineData("/assets/index-old.js", "*/*", null)]
    [InlineData("/secret.key", "*/*", null)]
    [InlineData("/../icon.svg", "*/*", null)]
    public async Task Get_OfAnything_GivesThePageToBrowsersAndFilesByName(string path, string accept, string? content)
        => Assert.Equal(content, (await AskAsync(Console, "GET", path, accept)).Content);

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task Request_ThatChanges_IsNoVisit(string method) => Assert.Null((await AskAsync(Console, method, "/", Html)).Content);

    [Theory]
    [InlineData("/", "no-store")]
    [InlineData("/icon.svg", "no-cache")]
    [InlineData("/assets/index-abc.js", "public, max-age=31536000, immutable")]
    public async Task Get_OfAFile_SaysHowLongItMayBeKept(string path, string caching)
    {
        var (_, headers) = await AskAsync(Console, "GET", path, "*/*");

        Assert.Equal(caching, headers.CacheControl.ToString());
        Assert.Equal("nosniff", headers.XContentTypeOptions.ToString());
        Assert.StartsWith("default-src 'none'; script-src 'self'; ", headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("http", headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip, br", "compressed", "br")]
    [InlineData("gzip, br;q=0", "let a = 1;", "")]
    [InlineData("", "let a = 1;", "")]
    public async Task Get_OfACompressedFile_IsCompressedForWhoTakesIt(string accepted, string content, string encoding)
    {
        var (given, headers) = await AskAsync(Console, "GET", "/assets/index-abc.js", "*/*", accepted);

        Assert.Equal((content, encoding), (given, headers.ContentEncoding.ToString()));
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/assessments", false)]
    public async Task Get_WhereTheConsoleIsNotBuilt_SaysHowToBuildItAtTheRootAlone(string path, bool isTold)
    {
        var (content, _) = await AskAsync(PageFiles.None, "GET", path, Html);

        Assert.Equal(isTold, content?.Contains("npm ci &amp;&amp; npm run build", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void Of_MoreThanIsServed_SaysHowMuchIsTooMuch()
    {
        var many = Enumerable.Range(0, PageFiles.MaximumFiles + 1).ToDictionary(number => $"{number}.js", _ => new byte[1], StringComparer.Ordinal);

        var complaint = Assert.Throws<InvalidOperationException>(() => PageFiles.Of(many));

        Assert.StartsWith("The console has 1001 files of 1001 bytes; at most 1000 ", complaint.Message, StringComparison.Ordinal);
    }

    private static async Task<(string? Content, IHeaderDictionary Headers)> AskAsync(PageFiles files, string method, string path, string accept, string encodings = "")
    {
        var isPassedOn = false;
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { Request = { Method = method, Path = path }, Response = { Body = body } };
        (context.Request.Headers.Accept, context.Request.Headers.AcceptEncoding) = (accept, encodings);
        await new PageMiddleware(
            _ =>
            {
                isPassedOn = true;
                return Task.CompletedTask;
            },
            files).InvokeAsync(context);
        return (isPassedOn ? null : Encoding.UTF8.GetString(body.ToArray()), context.Response.Headers);
    }
}
