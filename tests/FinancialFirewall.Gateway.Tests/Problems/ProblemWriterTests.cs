using System.Buffers;
using System.Text;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Tests.Problems;

public sealed class ProblemWriterTests
{
    private static readonly Error Negative = new(ErrorKind.Invalid, "AMOUNT_NEGATIVE", "amount", "-5", "An amount is above 0.");

    [Fact]
    public async Task WriteAsync_Errors_AnswersProblemJson()
    {
        var (context, body) = Context("/api/v1/x");

        await ProblemWriter.WriteAsync(context, Negative);

        Assert.Equal(400, context.Response.StatusCode);
        Assert.Equal("application/problem+json", context.Response.ContentType);
        Assert.Equal(
            """{"type":"about:blank","title":"Bad Request","status":400,"detail":"An amount is above 0.","instance":"/api/v1/x","errors":[{"member":"amount","value":"-5","code":"AMOUNT_NEGATIVE","message":"An amount is above 0."}]}""",
            Encoding.UTF8.GetString(body.ToArray()));
    }

    [Theory]
    [InlineData(ErrorKind.Unauthenticated, "WWW-Authenticate", "Bearer")]
    [InlineData(ErrorKind.Unavailable, "Retry-After", "1")]
    public async Task WriteAsync_StatusThatNeedsAHeader_SendsIt(ErrorKind kind, string header, string expected)
    {
        var (context, _) = Context("/");

        await ProblemWriter.WriteAsync(context, new Error(kind, "X", "", "", "x"));

        Assert.Equal(expected, context.Response.Headers[header].ToString());
    }

    [Fact]
    public void WriteLine_Reference_NamesLineAndReference()
    {
        var output = new ArrayBufferWriter<byte>();

        ProblemWriter.WriteLine(output, 7, "R-1"u8, [Negative]);

        Assert.Equal(
            """{"line":7,"transactionReference":"R-1","status":400,"title":"Bad Request","errors":[{"member":"amount","value":"-5","code":"AMOUNT_NEGATIVE","message":"An amount is above 0."}]}""",
            Encoding.UTF8.GetString(output.WrittenSpan));
    }

    private static (DefaultHttpContext Context, MemoryStream Body) Context(string path)
    {
        var body = new MemoryStream();
        var context = new DefaultHttpContext();
        context.Request.Path = path;
        context.Response.Body = body;
        return (context, body);
    }
}
