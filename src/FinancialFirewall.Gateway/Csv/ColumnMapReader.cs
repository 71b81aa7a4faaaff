using System.Text.Json;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Csv;

/// <summary>Reads a column map from JSON: <c>{"delimiter": ";", "members": {"amount": {"column": "Betrag", "decimal": ","}, "currency": {"value": "EUR"}}}</c>.</summary>
public static class ColumnMapReader
{
    private const int MaximumDepth = 8;
    private static readonly string[] MapMembers = ["delimiter", "quote", "header", "members"];

    /// <summary>The map; or everything that is wrong with it, each with its JSON pointer.</summary>
    /// <param name="json">One JSON object in UTF-8, at most <see cref="ColumnMap.MaximumBytes"/>; <c>//</c> comments are passed over.</param>
    public static Result<ColumnMap> Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > ColumnMap.MaximumBytes)
        {
            return new Error(ErrorKind.TooLarge, "MAP_TOO_LARGE", "", "", $"A column map has at most {ColumnMap.MaximumBytes} bytes.");
        }

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaximumDepth, CommentHandling = JsonCommentHandling.Skip });
            return Read(document.RootElement);
        }
        catch (JsonException broken)
        {
            return new Error(ErrorKind.Malformed, "MAP_NOT_JSON", "", "", $"The column map is not valid JSON: {broken.Message}");
        }
    }

    private static Result<ColumnMap> Read(JsonElement root)
    {
        var errors = new List<Error>();
        if (!MapElement.IsObject(root, "", MapMembers, errors))
        {
            return Result.Failure<ColumnMap>(errors);
        }

        var delimiter = MapElement.Character(root, "/delimiter", "delimiter", errors);
        var quote = MapElement.Character(root, "/quote", "quote", errors);
        var hasHeader = MapElement.Truth(root, "/header", "header", errors) ?? true;
        var members = ReadMembers(root, errors);
        return errors.Count > 0 ? Result.Failure<ColumnMap>(errors) : new ColumnMap(delimiter, quote ?? CsvDialect.Quote, hasHeader, members);
    }

    private static List<MappedMember> ReadMembers(JsonElement root, List<Error> errors)
    {
        var members = new List<MappedMember>();
        if (!root.TryGetProperty("members", out var mapped) || mapped.ValueKind != JsonValueKind.Object)
        {
            errors.Add(MapElement.Invalid("/members", "", "\"members\" says where each member of a payment comes from: {\"amount\": \"COLUMN\", …}."));
            return members;
        }

        foreach (var property in mapped.EnumerateObject())
        {
            var pointer = $"/members/{property.Name}";
            if (!TryFind(property.Name, out var member, out var metadataName))
            {
                var nearest = NearestName.Find(property.Name, PaymentMemberTable.Names);
                errors.Add(MapElement.Invalid(pointer, property.Name, $"A payment has no member '{property.Name}'{(nearest is null ? "" : $"; did you mean {nearest}?")}"));
            }
            else if (MappedMemberReader.Read(property.Value, pointer, member, metadataName, errors) is { } read)
            {
                members.Add(read);
            }
        }

        return members;
    }

    private static bool TryFind(string name, out PaymentMember member, out string metadataName)
    {
        metadataName = name.StartsWith(MappedMember.MetadataPrefix, StringComparison.Ordinal) ? name[MappedMember.MetadataPrefix.Length..] : "";
        member = PaymentMember.Metadata;
        return metadataName.Length > 0 || PaymentMemberTable.TryFind(name, out member);
    }
}
