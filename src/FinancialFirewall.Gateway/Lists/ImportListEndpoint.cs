using System.Text.Json;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Formats;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Queries;
using FinancialFirewall.Gateway.Unpacking;
using FinancialFirewall.Grains.Lists;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FinancialFirewall.Gateway.Lists;

/// <summary>Imports the entries of a list as they arrive: all of them, or, where any line is no entry, none.</summary>
internal sealed class ImportListEndpoint(TenantLists lists, GatewayLimits limits)
{
    /// <summary>How many lines that are no entries are named.</summary>
    private const int MaximumNamed = 1_000;

    /// <summary>How many lines that are no entries there are before the rest is not read any more.</summary>
    private const int MaximumRefused = 100_000;

    private static readonly string[] Known = ["mode", "dryRun", "operationId", "reason", "source"];
    private static readonly Dictionary<string, bool> Modes = new(StringComparer.OrdinalIgnoreCase) { ["add"] = false, ["replace"] = true };
    private static readonly Dictionary<string, bool> Truths = new(StringComparer.Ordinal) { ["true"] = true, ["false"] = false };

    public static Task HandleAsync(HttpContext context, ImportListEndpoint endpoint, string name) => endpoint.ImportAsync(context, name);

    private async Task ImportAsync(HttpContext context, string name)
    {
        var content = BatchContent.Read(context.Request);
        if (!content.IsSuccess || content.Value.Syntax.Format == PaymentFormat.Iso20022)
        {
            var errors = content.IsSuccess || content.Errors[0].Member == "Content-Type" ? [ListRequestErrors.ContentTypeUnsupported(context.Request.ContentType ?? "")] : content.Errors;
            await ProblemWriter.WriteAsync(context, BatchContent.StatusOf(errors[0]), errors);
            return;
        }

        var begun = await BeginAsync(context, name);
        if (!begun.IsSuccess)
        {
            await ProblemWriter.WriteAsync(context, begun.Errors);
            return;
        }

        LiftBodyLimits(context);
        context.Response.Headers["Operation-Id"] = begun.Value.Begun.Id;
        var input = Unpacker.Open(context.Request.BodyReader, content.Value.Packing, limits);
        var reading = new ListImportReading(begun.Value);
        try
        {
            var ended = await RunAsync(reading, ReadAsync(ListLines.ReadAsync(input, content.Value.Syntax.Format, context.RequestAborted)));
            await AnswerAsync(context, reading, ended);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            await begun.Value.EndAsync(ListImportStatus.Abandoned, reading.Progress);
            if (context.RequestAborted.IsCancellationRequested)
            {
                return;
            }

            if (problem is not UnpackingRefusedException refused)
            {
                throw;
            }

            await ProblemWriter.WriteAsync(context, refused.Error);
        }
        finally
        {
            await (input == context.Request.BodyReader ? ValueTask.CompletedTask : input.CompleteAsync());
        }
    }

    /// <summary>The lines of the body; what goes wrong with reading it is the sender's, and what goes wrong with keeping it is not.</summary>
    private static async IAsyncEnumerable<ListLine> ReadAsync(IAsyncEnumerable<ListLine> lines)
    {
        await using var line = lines.GetAsyncEnumerator();
        while (true)
        {
            try
            {
                if (!await line.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (IOException problem) when (problem is not UnpackingRefusedException)
            {
                throw new UnpackingRefusedException(RequestErrors.BodyUnreadable(problem.Message));
            }

            yield return line.Current;
        }
    }

    private async Task<Result<ListImport>> BeginAsync(HttpContext context, string name)
    {
        var text = new QueryText(context.Request.Query);
        text.DemandKnown(Known);
        var (mode, dryRun, id) = (text.Values("mode", Modes), text.Values("dryRun", Truths), text.Text("operationId"));
        var (reason, source) = (text.Text("reason") ?? "", text.Text("source") ?? "IMPORT");
        if (id is not null && (id.Length > 64 || !id.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')))
        {
            text.Add([ListRequestErrors.OperationIdInvalid(id)]);
        }

        var caller = context.GetCaller();
        var list = await lists.FindAsync(caller.Tenant, name);
        text.Add(list.Errors);
        return text.Errors.Count > 0
            ? Result.Failure<ListImport>(text.Errors)
            : await lists.BeginImportAsync(caller, new ListImportRequest(id, name, list.Value.Definition.Member, mode is [true, ..], dryRun is [true, ..], reason, source));
    }

    /// <summary>Reads everything, and puts it in force where all of it is entries.</summary>
    private static async Task<Result<ListImportState>> RunAsync(ListImportReading reading, IAsyncEnumerable<ListLine> lines)
    {
        await foreach (var line in lines)
        {
            reading.Take(line, MaximumNamed);
            if (reading.Refused > MaximumRefused)
            {
                break;
            }

            if (reading.Import.IsFull && await reading.Import.FlushAsync(reading.Progress) is { IsSuccess: false } refused)
            {
                return refused;
            }
        }

        return reading.Refused == 0 ? await reading.Import.FinishAsync(reading.Progress) : await reading.Import.EndAsync(ListImportStatus.Refused, reading.Progress);
    }

    private static Task AnswerAsync(HttpContext context, ListImportReading reading, Result<ListImportState> ended)
    {
        if (!ended.IsSuccess)
        {
            return ListsEndpoint.RefuseAsync(context, ended.Errors);
        }

        var status = reading.Refused > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        return ListResponse.WriteAsync(context, json => Write(json, reading, ended.Value), status);
    }

    private static void Write(Utf8JsonWriter json, ListImportReading reading, ListImportState ended)
    {
        json.WriteStartObject();
        ListResponse.WriteMembers(json, ended);
        if (reading.Refused > 0)
        {
            json.WriteString("code", "LIST_IMPORT_REFUSED");
            json.WriteString("message", ListRequestErrors.Unfinished(reading.Refused, reading.Named.Count).Message);
            json.WriteStartArray("errors");
            foreach (var line in reading.Named)
            {
                WriteErrors(json, line);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteErrors(Utf8JsonWriter json, ListLine line)
    {
        foreach (var error in line.Errors)
        {
            json.WriteStartObject();
            json.WriteNumber("line", line.Line);
            json.WriteString("member", error.Member.TrimStart('/'));
            json.WriteString("value", error.Value);
            json.WriteString("code", error.Code);
            json.WriteString("message", error.Message);
            json.WriteEndObject();
        }
    }

    private static void LiftBodyLimits(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            // Lines and their number are limited instead.
            size.MaxRequestBodySize = (long)ListDefinition.MaximumEntries * 1024;
        }
    }
}
