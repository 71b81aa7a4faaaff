using System.Buffers;
using System.Text;
using System.Text.Json;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Queries;
using FinancialFirewall.Grains.Lists;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Lists;

/// <summary>Hands out all entries of a list, as they are at one moment: one JSON document a line, or a table.</summary>
internal sealed class ExportListEndpoint(TenantLists lists, TimeProvider time)
{
    private const int EntriesAFlush = 512;

    private static readonly Dictionary<string, bool> Formats = new(StringComparer.Ordinal) { ["ndjson"] = false, ["csv"] = true };
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",\r\n");

    public static Task HandleAsync(HttpContext context, ExportListEndpoint endpoint, string name) => endpoint.ExportAsync(context, name);

    private async Task ExportAsync(HttpContext context, string name)
    {
        var text = new QueryText(context.Request.Query);
        text.DemandKnown(["format"]);
        var isCsv = text.Values("format", Formats) is [true, ..];
        var found = await lists.FindAsync(context.GetCaller().Tenant, name);
        text.Add(found.Errors);
        if (text.Errors.Count > 0)
        {
            await ProblemWriter.WriteAsync(context, text.Errors);
            return;
        }

        context.Response.ContentType = isCsv ? ContentTypes.Csv : ContentTypes.NewlineDelimitedJson;
        context.Response.Headers.ETag = $"\"{found.Value.Tag}\"";
        await WriteAsync(context, found.Value.Content, isCsv);
    }

    private async Task WriteAsync(HttpContext context, ListContent content, bool isCsv)
    {
        var output = context.Response.BodyWriter;
        var (written, now) = (0, Instant.From(time.GetUtcNow()));
        if (isCsv)
        {
            output.Write("value,reason,expiresAt,addedBy,addedAt,source\r\n"u8);
        }

        foreach (var (_, entry) in content.Read(ListSearch.All))
        {
            WriteLine(output, entry, now, isCsv);
            if (++written % EntriesAFlush == 0)
            {
                await output.FlushAsync(context.RequestAborted);
            }
        }

        await output.FlushAsync(context.RequestAborted);
    }

    private static void WriteLine(IBufferWriter<byte> output, ListEntry entry, Instant now, bool isCsv)
    {
        if (!isCsv)
        {
            using (var json = new Utf8JsonWriter(output, ProblemWriter.Options))
            {
                ListResponse.Write(json, entry, now);
            }

            output.Write("\n"u8);
            return;
        }

        string?[] fields =
        [
            entry.Value, entry.Reason, entry.ExpiresAt?.ToString(), entry.Origin?.AddedBy,
            entry.Origin is { AddedAt.UnixMicroseconds: not 0 } origin ? origin.AddedAt.ToString() : null, entry.Origin?.Source,
        ];
        output.Write(Encoding.UTF8.GetBytes(string.Join(',', fields.Select(Quote)) + "\r\n"));
    }

    private static string Quote(string? field) => field is null ? ""
        : field.AsSpan().ContainsAny(Quoted) ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
