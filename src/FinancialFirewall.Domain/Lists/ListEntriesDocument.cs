using System.Text.Json;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Lists;

/// <summary>
/// A list's entries as JSON. There may be millions, so a well-formed entry is read straight from its members; only one that is not is read again with all
/// the checks.
/// </summary>
internal static class ListEntriesDocument
{
    internal static IReadOnlyList<ListEntry> Read(DocumentObject list, PaymentMember? member)
    {
        if (list.Take("entries") is not { } element)
        {
            return [];
        }

        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() > ListDefinition.MaximumEntries)
        {
            var message = $"A list of at most {ListDefinition.MaximumEntries:N0} entries is expected.";
            list.Refuse("entries", "ENTRIES_INVALID", "", message);
            return [];
        }

        var entries = new List<ListEntry>(element.GetArrayLength());
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            var entry = TryRead(item) ?? ReadWithErrors(item, JsonPointer.Item(list.At("entries"), index), list.Errors);
            if (entry is not null && Check(entry, member, list, index, seen))
            {
                entries.Add(entry);
            }

            index++;
            if (list.Errors.IsFull)
            {
                break;
            }
        }

        return entries;
    }

    /// <summary>An entry that stands alone.</summary>
    internal static ListEntry? ReadOne(JsonElement item, string pointer, DocumentErrors errors) => TryRead(item) ?? ReadWithErrors(item, pointer, errors);

    /// <summary>An entry without any fault; null otherwise.</summary>
    private static ListEntry? TryRead(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        string? value = null;
        string? reason = null;
        Instant? expiresAt = null;
        foreach (var member in item.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.String || member.Value.GetString() is not { Length: > 0 } text)
            {
                return null;
            }

            if (value is null && member.NameEquals("value"u8) && text.Length <= ListEntry.MaximumValueLength)
            {
                value = text;
            }
            else if (reason is null && member.NameEquals("reason"u8) && text.Length <= ListEntry.MaximumReasonLength)
            {
                reason = text;
            }
            else if (expiresAt is null && member.NameEquals("expiresAt"u8) && TimeText.TryParse(text, out var time))
            {
                expiresAt = time;
            }
            else
            {
                return null;
            }
        }

        return value is null ? null : new ListEntry(value, expiresAt, reason);
    }

    private static ListEntry? ReadWithErrors(JsonElement item, string pointer, DocumentErrors errors)
    {
        if (DocumentObject.Open(item, pointer, errors) is not { } document)
        {
            return null;
        }

        var value = document.RequiredText("value", ListEntry.MaximumValueLength);
        var expiresAt = document.Time("expiresAt");
        var reason = document.Text("reason", ListEntry.MaximumReasonLength);
        document.Ignore("addedBy", "addedAt", "source", "isExpired");
        document.Close();
        return value.Length == 0 ? null : new ListEntry(value, expiresAt, reason);
    }

    private static bool Check(ListEntry entry, PaymentMember? member, DocumentObject list, int index, HashSet<string> seen)
    {
        var isNormal = ListValues.TryNormalise(member, entry.Value, out var normal, out var message);
        if (isNormal && seen.Add(normal!))
        {
            return true;
        }

        var pointer = JsonPointer.Member(JsonPointer.Item(list.At("entries"), index), "value");
        if (isNormal)
        {
            list.Errors.Add("ENTRY_DUPLICATE", pointer, entry.Value, $"'{entry.Value}' stands in this list twice; state it once.");
        }
        else
        {
            list.Errors.Add("ENTRY_INVALID", pointer, entry.Value, message!);
        }

        return false;
    }
}
