using System.Buffers;
using System.IO.Pipelines;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Formats;
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
    private static readonly string[] LineTypes = [ContentTypes.NewlineDelimitedJson, "application/ndjson", "application/jsonl", "application/x-jsonlines"];
    private static readonly string[] TableTypes = [ContentTypes.Csv, "application/csv"];

    public static Task HandleAsync(HttpContext context, OutcomesEndpoint endpoint) => endpoint.ReportAsync(context);

    private async Task ReportAsync(HttpContext context)
    {
        if (FormatOf(context.Request.ContentType ?? "") is not { } format || !ContentTypes.IsIdentity(context.Request.Headers.ContentEncoding.ToString()))
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

        // One report in a body of its own is answered with its own status.
        await (format == PaymentFormat.Array && !body.Value.Span.TrimStart(" \t\r\n"u8).StartsWith("["u8)
            ? ReportOneAsync(context, body.Value)
            : ReportAllAsync(context, OutcomeLines.ReadAsync(PipeReader.Create(new ReadOnlySequence<byte>(body.Value)), format)));
    }

    private static PaymentFormat? FormatOf(string contentType)
        => ContentTypes.Is(contentType, [ContentTypes.Json]) ? PaymentFormat.Array
            : ContentTypes.Is(contentType, LineTypes) ? PaymentFormat.Lines
            : ContentTypes.Is(contentType, TableTypes) ? PaymentFormat.Csv
            : null;

    private static Error Unsupported(string found) => new(
        ErrorKind.Invalid,
        "CONTENT_TYPE_UNSUPPORTED",
        "Content-Type",
        found,
        "The body must be application/json (one report, or an array), application/x-ndjson or text/csv, in UTF-8, without a content encoding.");

    private async Task ReportOneAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var tenant = context.GetCaller().Tenant;
        var result = (await OutcomeGroups.ReportAsync(outcomes, tenant, [new OutcomeLine(1, RequestDocument.Parse<OutcomeDocument>(body.Span))]))[0];
        if (result.Answer is null)
        {
            await ProblemWriter.WriteAsync(context, result.Errors);
            return;
        }

        await outcomes.NoteAsync(tenant, recorded: result.IsNew ? 1 : 0, refused: 0);
        context.Response.ContentType = ContentTypes.Json;
        OutcomeWriter.Write(context.Response.BodyWriter, result);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    /// <summary>Records what was read even where nobody waits for the answers any more.</summary>
    private async Task ReportAllAsync(HttpContext context, IAsyncEnumerable<OutcomeLine> lines)
    {
        var (tenant, recorded, refused) = (context.GetCaller().Tenant, 0L, 0L);
        context.Response.ContentType = ContentTypes.NewlineDelimitedJson;
        await foreach (var group in lines.Chunk(OutcomeReports.MaximumTogether))
        {
            foreach (var result in await OutcomeGroups.ReportAsync(outcomes, tenant, group))
            {
                (recorded, refused) = (recorded + (result.IsNew ? 1 : 0), refused + (result.Answer is null ? 1 : 0));
                OutcomeWriter.WriteLine(context.Response.BodyWriter, result);
                await context.Response.BodyWriter.WriteAsync(LineEnd, CancellationToken.None);
            }
        }

        await (recorded > 0 ? outcomes.NoteAsync(tenant, recorded, refused) : Task.CompletedTask);
    }
}
