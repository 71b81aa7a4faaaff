using System.Buffers;
using System.Globalization;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Queries;
using FinancialFirewall.Grains.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace FinancialFirewall.Gateway.Audit;

/// <summary>Searches, exports and proves the audit log of the caller's tenant.</summary>
internal sealed class AuditEndpoint(AuditReader audit)
{
    private const int DefaultSize = 50;
    private const int MaximumSize = 500;
    private const int LinesAFlush = 256;

    private static readonly string[] Known = ["actor", "action", "target", "outcome", "securityEvent", "from", "until", "size", "cursor"];

    public static Task HandleListAsync(HttpContext context, AuditEndpoint endpoint) => endpoint.ListAsync(context);

    public static Task HandleExportAsync(HttpContext context, AuditEndpoint endpoint) => endpoint.ExportAsync(context);

    public static Task HandleVerifyAsync(HttpContext context, AuditEndpoint endpoint) => endpoint.VerifyAsync(context);

    private async Task ListAsync(HttpContext context)
    {
        var text = new QueryText(context.Request.Query);
        text.DemandKnown(Known);
        var query = new AuditQuery
        {
            Actor = text.Text("actor"),
            Action = text.Text("action"),
            Target = text.Text("target"),
            Outcome = text.Text("outcome"),
            SecurityEvent = text.Text("securityEvent"),
            From = text.Time("from"),
            Until = text.Time("until"),
            Size = text.Number("size", 1, MaximumSize) ?? DefaultSize,
            Before = text.Number("cursor", 1, int.MaxValue),
        };
        if (text.Errors.Count > 0)
        {
            await ProblemWriter.WriteAsync(context, text.Errors);
            return;
        }

        var found = await audit.FindAsync(context.GetCaller().Tenant, query, context.RequestAborted);
        if (found.Next is { } next)
        {
            var rest = new QueryBuilder(context.Request.Query.Where(static member => member.Key != "cursor")) { { "cursor", next.ToString(CultureInfo.InvariantCulture) } };
            context.Response.Headers.Link = $"<{context.Request.Path}{rest}>; rel=\"next\"";
        }

        context.Response.ContentType = ContentTypes.Json;
        var output = context.Response.BodyWriter;
        output.Write("["u8);
        for (var i = 0; i < found.Records.Count; i++)
        {
            output.Write(i == 0 ? ""u8 : ","u8);
            AuditLine.Write(output, found.Records[i]);
        }

        output.Write("]"u8);
        await output.FlushAsync(context.RequestAborted);
    }

    private async Task ExportAsync(HttpContext context)
    {
        context.Response.ContentType = ContentTypes.NewlineDelimitedJson;
        var output = context.Response.BodyWriter;
        var lines = 0;
        await foreach (var record in audit.ReadAllAsync(context.GetCaller().Tenant, context.RequestAborted))
        {
            AuditLine.Write(output, record);
            output.Write("\n"u8);
            if (++lines % LinesAFlush == 0)
            {
                await output.FlushAsync(context.RequestAborted);
            }
        }

        await output.FlushAsync(context.RequestAborted);
    }

    private async Task VerifyAsync(HttpContext context)
    {
        var proof = await audit.VerifyAsync(context.GetCaller().Tenant, context.RequestAborted);
        await context.Response.WriteAsJsonAsync(
            new { isWhole = proof.BrokenAt is null, entries = proof.Entries, brokenAt = proof.BrokenAt, problem = proof.Problem }, context.RequestAborted);
    }
}
