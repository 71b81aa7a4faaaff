using System.Text.Json;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Lists;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Lists;

/// <summary>Lists, entries and imports as JSON.</summary>
internal static class ListResponse
{
    /// <summary>Answers with one list, and with its tag in <c>ETag</c>.</summary>
    public static Task WriteAsync(HttpContext context, ListView list, int status = StatusCodes.Status200OK)
    {
        context.Response.Headers.ETag = $"\"{list.Tag}\"";
        return WriteAsync(context, json => Write(json, list), status);
    }

    /// <summary>Answers with whatever is written.</summary>
    public static async Task WriteAsync(HttpContext context, Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = ContentTypes.Json;
        using (var json = new Utf8JsonWriter(context.Response.BodyWriter, ProblemWriter.Options))
        {
            write(json);
        }

        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    public static void Write(Utf8JsonWriter json, ListView list)
    {
        var definition = list.Definition;
        json.WriteStartObject();
        json.WriteString("name", definition.Name);
        json.WriteString("kind", EnumNames.Of(definition.Kind));
        json.WriteBoolean("mandatory", definition.Mandatory);
        json.WriteString("member", definition.Member is { } member ? PaymentMemberTable.Name(member) : null);
        json.WriteNumber("entryCount", list.Count);
        json.WriteNumber("revision", list.Revision);
        WriteText(json, "content", definition.Content);
        json.WriteStartArray("usedBy");
        foreach (var user in list.UsedBy)
        {
            json.WriteStringValue(user);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, ListEntry entry, Instant now)
    {
        json.WriteStartObject();
        json.WriteString("value", entry.Value);
        WriteText(json, "reason", entry.Reason);
        WriteText(json, "expiresAt", entry.ExpiresAt?.ToString());
        json.WriteBoolean("isExpired", entry.ExpiresAt <= now);
        WriteText(json, "addedBy", entry.Origin?.AddedBy);
        WriteText(json, "addedAt", entry.Origin is { AddedAt.UnixMicroseconds: not 0 } origin ? origin.AddedAt.ToString() : null);
        WriteText(json, "source", entry.Origin?.Source);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, ListChangeCounts counts)
    {
        json.WriteNumber("added", counts.Added);
        json.WriteNumber("replaced", counts.Replaced);
        json.WriteNumber("removed", counts.Removed);
        json.WriteNumber("duplicates", counts.Duplicates);
    }

    /// <summary>The members of an import, into the object that is open.</summary>
    public static void WriteMembers(Utf8JsonWriter json, ListImportState import)
    {
        json.WriteString("operationId", import.Id);
        json.WriteString("list", import.List);
        json.WriteString("mode", import.Replaces ? "REPLACE" : "ADD");
        json.WriteBoolean("dryRun", import.DryRun);
        json.WriteString("status", EnumNames.Of(import.Status));
        json.WriteString("startedBy", import.StartedBy);
        json.WriteString("startedAt", import.StartedAt.ToString());
        WriteText(json, "endedAt", import.EndedAt?.ToString());
        json.WriteNumber("lines", import.Progress.Lines);
        json.WriteNumber("entries", import.Entries);
        json.WriteNumber("refused", import.Progress.Refused);
        if (import.Content is { } content)
        {
            Write(json, import.Counts);
            json.WriteString("content", content);
        }
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString(name, text);
        }
    }
}
