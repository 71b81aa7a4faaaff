using System.Buffers;
using System.Text.Json;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Grains.Lists;

/// <summary>How changes of lists stand in the audit log: what a list does, and of its entries how many, the hash of what the list holds since, and a few values.</summary>
internal static class ListNotes
{
    /// <summary>How many values are named; of more only their number.</summary>
    public const int MaximumValues = 10;

    public static AuditNote Created(ListDefinition list) => new("LIST_CREATED", TargetOf(list.Name)) { After = Write(list) };

    public static AuditNote Changed(ListDefinition before, ListDefinition after)
        => new("LIST_CHANGED", TargetOf(after.Name)) { Before = Write(before), After = Write(after) };

    public static AuditNote Deleted(ListDefinition list) => new("LIST_DELETED", TargetOf(list.Name)) { Before = Write(list) };

    public static AuditNote EntriesChanged(ListCommand command, ListContent before, ListContent after, ListChangeCounts counts)
        => new(counts.Added + counts.Replaced > 0 ? "LIST_ENTRIES_ADDED" : "LIST_ENTRIES_REMOVED", TargetOf(command.Name))
        {
            Remark = command.Remark,
            Before = Write(before),
            After = Write(after, json => WriteChange(json, counts, command.Values)),
        };

    public static AuditNote Imported(ListImportState import, string remark, ListContent before, ListContent after, ListChangeCounts counts)
        => new("LIST_IMPORTED", TargetOf(import.List))
        {
            Remark = remark,
            Before = Write(before),
            After = Write(after, json =>
            {
                json.WriteString("operationId", import.Id);
                json.WriteString("mode", import.Replaces ? "REPLACE" : "ADD");
                json.WriteNumber("lines", import.Progress.Lines);
                WriteChange(json, counts, []);
            }),
        };

    private static string TargetOf(string name) => $"list/{name}";

    private static void WriteChange(Utf8JsonWriter json, ListChangeCounts counts, IReadOnlyList<string> values)
    {
        json.WriteNumber("added", counts.Added);
        json.WriteNumber("replaced", counts.Replaced);
        json.WriteNumber("removed", counts.Removed);
        if (values.Count > 0)
        {
            json.WriteStartArray("values");
            foreach (var value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }
    }

    private static byte[] Write(ListDefinition list) => Write(json =>
    {
        json.WriteString("kind", EnumNames.Of(list.Kind));
        json.WriteBoolean("mandatory", list.Mandatory);
        json.WriteString("member", list.Member is { } member ? PaymentMemberTable.Name(member) : null);
    });

    private static byte[] Write(ListContent content, Action<Utf8JsonWriter>? more = null) => Write(json =>
    {
        json.WriteNumber("entries", content.Count);
        json.WriteNumber("revision", content.Revision);
        json.WriteString("content", content.Hash);
        more?.Invoke(json);
    });

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }
}
