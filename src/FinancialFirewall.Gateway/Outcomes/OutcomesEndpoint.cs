using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Reviews;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Outcomes;

/// <summary>Takes reports of what became of payments: one as a JSON object, or many, which are answered one a line.</summary>
internal sealed class OutcomesEndpoint(OutcomeReports outcomes)
{
    /// <summary>The largest body, in bytes.</summary>
    public const int MaximumBytes = 16 * 1024 * 1024;

    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    public static Task HandleAsync(HttpContext context, OutcomesEndpoint endpoint) => endpoint.ReportAsync(context);

    private async Task ReportAsync(HttpContext context)
    {
        if (OutcomeLines.Of(context.Request.ContentType ?? "") is not { } reader || !ContentTypes.IsIdentity(context.Request.Headers.ContentEncoding.ToString()))
        {
            await ProblemWriter.WriteAsync(context, StatusCodes.Status415UnsupportedMediaType, [Unsupported(context.Request.ContentType ?? "")]);
            return;
        }

        var body = await RequestBody.ReadAsync(context.Request, MaximumBytes);
        if (!body.IsSuccess)
        {
            await ProblemWriter.WriteAsync(context, body.Errors);
            return;
        }

        await (IsOneObject(context, body.Value.Span) ? ReportOneAsync(context, body.Value) : ReportAllAsync(context, reader(body.Value)));
    }

    /// <summary>One report in a body of its own is answered with its own status.</summary>
    private static bool IsOneObject(HttpContext context, ReadOnlySpan<byte> body)
        => ContentTypes.Is(context.Request.ContentType ?? "", [ContentTypes.Json]) && !body.TrimStart(" \t\r\n"u8).StartsWith("["u8);

    private static Error Unsupported(string found) => new(
        ErrorKind.Invalid,
        "CONTENT_TYPE_UNSUPPORTED",
        "Content-Type",
        found,
        "The body must be application/json (one report, or an array), application/x-ndjson or text/csv, in UTF-8, without a content encoding.");

    private async Task ReportOneAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var tenant = context.GetCaller().Tenant;
        var document = RequestDocument.Parse<OutcomeDocument>(body.Span);
        var report = document.IsSuccess ? document.Value.Read() : Result.Failure<OutcomeReport>(document.Errors);
        var answer = report.IsSuccess ? (await outcomes.ReportAsync(tenant, [report.Value]))[0] : null;
        if (answer is not { Refusal: null })
        {
            await ProblemWriter.WriteAsync(context, answer?.Refusal is { } refusal ? [refusal] : report.Errors);
            return;
        }

        await outcomes.NoteAsync(tenant, recorded: answer.IsRepeated ? 0 : 1, refused: 0);
        context.Response.ContentType = ContentTypes.Json;
        OutcomeWriter.Write(context.Response.BodyWriter, line: null, report.Value, answer);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    /// <summary>Records what was read even where nobody waits for the answers any more.</summary>
    private async Task ReportAllAsync(HttpContext context, IAsyncEnumerable<OutcomeLine> lines)
    {
        var (tenant, recorded, refused) = (context.GetCaller().Tenant, 0L, 0L);
        context.Response.ContentType = ContentTypes.NewlineDelimitedJson;
        await foreach (var group in lines.Chunk(OutcomeReports.MaximumTogether))
        {
            var (more, others) = await ReportAsync(context, tenant, group);
            (recorded, refused) = (recorded + more, refused + others);
        }

        await (recorded > 0 ? outcomes.NoteAsync(tenant, recorded, refused) : Task.CompletedTask);
    }

    private async Task<(int Recorded, int Refused)> ReportAsync(HttpContext context, TenantId tenant, OutcomeLine[] lines)
    {
        var reports = Array.ConvertAll(lines, static line => line.Document.IsSuccess ? line.Document.Value.Read() : Result.Failure<OutcomeReport>(line.Document.Errors));
        var answers = new Queue<OutcomeAnswer>(await outcomes.ReportAsync(tenant, [.. reports.Where(static report => report.IsSuccess).Select(static report => report.Value)]));
        var (recorded, refused) = (0, 0);
        for (var i = 0; i < lines.Length; i++)
        {
            var answer = reports[i].IsSuccess ? answers.Dequeue() : null;
            if (answer is { Refusal: null })
            {
                recorded += answer.IsRepeated ? 0 : 1;
                OutcomeWriter.Write(context.Response.BodyWriter, lines[i].Line, reports[i].Value, answer);
            }
            else
            {
                refused++;
                OutcomeWriter.WriteRefusal(context.Response.BodyWriter, lines[i], answer?.Refusal is { } refusal ? [refusal] : reports[i].Errors);
            }

            await context.Response.BodyWriter.WriteAsync(LineEnd, CancellationToken.None);
        }

        return (recorded, refused);
    }
}
