using System.Text.Json;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Lists;

/// <summary>Reads what callers say of lists and entries, as JSON. Members that the server owns are accepted and ignored, so that what was read can be written back.</summary>
public static class ListRequests
{
    /// <summary>The most entries or values of one request.</summary>
    public const int MaximumEntries = 10_000;

    /// <summary>The longest body of one request, in bytes: 4 MiB.</summary>
    public const int MaximumLength = 4 << 20;

    private static readonly string[] ServerOwned = ["entryCount", "revision", "content", "usedBy"];

    /// <summary>A list without its entries: <c>{"name", "kind", "mandatory", "member"}</c>.</summary>
    /// <param name="utf8">The body.</param>
    /// <param name="name">The name where the address says it, which the body may repeat; null where the body says it.</param>
    public static Result<ListDefinition> ReadList(ReadOnlySpan<byte> utf8, string? name) => Read(utf8, (root, errors) =>
    {
        if (DocumentObject.Open(root, "", errors) is not { } document)
        {
            return null;
        }

        var stated = document.Text("name", ListDefinition.MaximumNameLength);
        if (name is null && stated is null)
        {
            document.RefuseMissing("name", "letters, digits, '_', '-' and '.', as rules ask for it: @name.");
        }
        else if (name is not null && stated is not null && !string.Equals(name, stated, StringComparison.Ordinal))
        {
            document.Refuse("name", "LIST_NAME_DIFFERS", stated, $"The address names the list '{name}'; a list keeps its name.");
        }

        document.Ignore(ServerOwned);
        return ListDocument.ReadAlone(document, name ?? stated ?? "unnamed");
    });

    /// <summary>Entries to add: one entry, a list of them, or <c>{"entries": […], "reason": "…"}</c>, whose reason is that of every entry without one.</summary>
    public static Result<ListEntryRequest> ReadEntries(ReadOnlySpan<byte> utf8) => Read(utf8, (root, errors) =>
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            return new ListEntryRequest(ReadEntries(root, "", errors), "", static index => JsonPointer.Item("", index));
        }

        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("entries", out _))
        {
            return ListEntriesDocument.ReadOne(root, "", errors) is { } one ? new ListEntryRequest([one], one.Reason ?? "", static _ => "") : null;
        }

        var document = DocumentObject.Open(root, "", errors)!;
        var reason = document.Text("reason", ListEntry.MaximumReasonLength);
        var entries = new List<ListEntry>();
        if (document.Take("entries") is { ValueKind: JsonValueKind.Array } array)
        {
            entries = ReadEntries(array, "/entries", errors);
        }
        else
        {
            document.Refuse("entries", "ENTRIES_INVALID", "", $"A list of 1 to {MaximumEntries:N0} entries is expected.");
        }

        document.Close();
        return new ListEntryRequest(
            [.. entries.Select(entry => entry.Reason is null ? entry with { Reason = reason } : entry)], reason ?? "", static index => JsonPointer.Item("/entries", index));
    });

    /// <summary>Values to remove: <c>{"values": […], "reason": "…"}</c>.</summary>
    public static Result<ListRemovalRequest> ReadValues(ReadOnlySpan<byte> utf8) => Read(utf8, (root, errors) =>
    {
        if (DocumentObject.Open(root, "", errors) is not { } document)
        {
            return null;
        }

        var reason = document.Text("reason", ListEntry.MaximumReasonLength);
        var values = new List<string>();
        if (document.Take("values") is not { ValueKind: JsonValueKind.Array } array || array.GetArrayLength() is 0 or > MaximumEntries)
        {
            document.Refuse("values", "VALUES_INVALID", "", $"A list of 1 to {MaximumEntries:N0} values is expected.");
        }
        else if (array.EnumerateArray().Any(static value => value.ValueKind != JsonValueKind.String))
        {
            document.Refuse("values", "TYPE_WRONG", "", "Every value is a text.");
        }
        else
        {
            values.AddRange(array.EnumerateArray().Select(static value => value.GetString()!));
        }

        document.Close();
        return new ListRemovalRequest(values, reason ?? "");
    });

    /// <summary>One entry, as a line of an import has it.</summary>
    public static Result<ListEntry> ReadEntry(ReadOnlySpan<byte> utf8) => Read(utf8, static (root, errors) => ListEntriesDocument.ReadOne(root, "", errors));

    private static List<ListEntry> ReadEntries(JsonElement array, string pointer, DocumentErrors errors)
    {
        if (array.GetArrayLength() is 0 or > MaximumEntries)
        {
            errors.Add("ENTRIES_INVALID", pointer, "", $"A list of 1 to {MaximumEntries:N0} entries is expected; an import takes more.");
            return [];
        }

        var index = 0;
        return [.. array.EnumerateArray().Select(item => ListEntriesDocument.ReadOne(item, JsonPointer.Item(pointer, index++), errors)).OfType<ListEntry>()];
    }

    private static Result<T> Read<T>(ReadOnlySpan<byte> utf8, Func<JsonElement, DocumentErrors, T?> read)
        where T : class
    {
        var parsed = DocumentText.Parse(utf8, MaximumLength);
        if (!parsed.IsSuccess)
        {
            return Result.Failure<T>(parsed.Errors);
        }

        using var json = parsed.Value;
        var errors = new DocumentErrors();
        return errors.Outcome(read(json.RootElement, errors));
    }
}
