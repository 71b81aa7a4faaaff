using System.Text.Json;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Csv;

/// <summary>Reads where one member comes from: <c>"COLUMN"</c>, or an object that says more.</summary>
internal static class MappedMemberReader
{
    private const int MaximumValues = 256;
    private const int MaximumImpliedDecimals = 6;

    private static readonly string[] Members = ["column", "template", "value", "decimal", "group", "impliedDecimals", "format", "zone", "values", "otherwise"];

    /// <summary>The member; null, with errors, where it is not understood.</summary>
    public static MappedMember? Read(JsonElement element, string pointer, PaymentMember member, string metadataName, List<Error> errors)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            return new MappedMember(member, metadataName, [new SourcePart(IsColumn: true, element.GetString()!)], ValueFormat.Plain);
        }

        var before = errors.Count;
        if (!MapElement.IsObject(element, pointer, Members, errors))
        {
            return null;
        }

        var source = ReadSource(element, pointer, errors);
        var format = ReadFormat(element, pointer, errors);
        return errors.Count > before ? null : new MappedMember(member, metadataName, source, format);
    }

    private static IReadOnlyList<SourcePart> ReadSource(JsonElement element, string pointer, List<Error> errors)
    {
        var column = MapElement.Text(element, $"{pointer}/column", "column", errors);
        var template = MapElement.Text(element, $"{pointer}/template", "template", errors);
        var value = MapElement.Text(element, $"{pointer}/value", "value", errors);
        if (new[] { column, template, value }.Count(static text => !string.IsNullOrEmpty(text)) != 1)
        {
            errors.Add(MapElement.Invalid(pointer, "", "Say one of \"column\" (a column's name), \"template\" (a text with {COLUMN} in it) and \"value\" (a fixed text)."));
            return [];
        }

        return !string.IsNullOrEmpty(template) ? SourceTemplate.Parse(template, $"{pointer}/template", errors)
            : [string.IsNullOrEmpty(column) ? new SourcePart(IsColumn: false, value!) : new SourcePart(IsColumn: true, column)];
    }

    private static ValueFormat ReadFormat(JsonElement element, string pointer, List<Error> errors)
    {
        var format = new ValueFormat
        {
            DecimalMark = MapElement.Character(element, $"{pointer}/decimal", "decimal", errors) ?? '.',
            GroupMark = MapElement.Character(element, $"{pointer}/group", "group", errors),
            ImpliedDecimals = MapElement.Number(element, $"{pointer}/impliedDecimals", "impliedDecimals", 0, MaximumImpliedDecimals, errors) ?? 0,
            TimeFormat = MapElement.Text(element, $"{pointer}/format", "format", errors),
            Zone = ReadZone(element, $"{pointer}/zone", errors),
            Values = ReadValues(element, $"{pointer}/values", errors),
            Otherwise = MapElement.Text(element, $"{pointer}/otherwise", "otherwise", errors),
        };
        if (format.TimeFormat is { } time && !TimeText.IsFormat(time))
        {
            errors.Add(MapElement.Invalid($"{pointer}/format", time, "Here belongs a time's format such as \"yyyy-MM-dd HH:mm:ss\", \"dd.MM.yyyy\", \"unix\" or \"unixMs\"."));
        }

        if (format.GroupMark == format.DecimalMark)
        {
            errors.Add(MapElement.Invalid($"{pointer}/group", format.DecimalMark.ToString(), "The mark between thousands cannot be the one before decimals."));
        }

        return format;
    }

    private static ZoneRules ReadZone(JsonElement element, string pointer, List<Error> errors)
    {
        var id = MapElement.Text(element, pointer, "zone", errors);
        if (id is null)
        {
            return ZoneRules.Utc;
        }

        if (ZoneRules.Find(id) is { } zone)
        {
            return zone;
        }

        errors.Add(MapElement.Invalid(pointer, id, "Here belongs the IANA name of a time zone, such as \"Europe/Berlin\"."));
        return ZoneRules.Utc;
    }

    private static Dictionary<string, string> ReadValues(JsonElement element, string pointer, List<Error> errors)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!element.TryGetProperty("values", out var mapped))
        {
            return values;
        }

        if (mapped.ValueKind != JsonValueKind.Object)
        {
            errors.Add(MapElement.Invalid(pointer, mapped.GetRawText(), "Here belongs an object: {\"found\": \"meant\", …}."));
            return values;
        }

        foreach (var property in mapped.EnumerateObject())
        {
            values[property.Name] = property.Value.ValueKind switch
            {
                JsonValueKind.String => property.Value.GetString()!,
                JsonValueKind.Null => "",
                _ => property.Value.GetRawText(),
            };
        }

        if (values.Count > MaximumValues)
        {
            errors.Add(MapElement.Invalid(pointer, "", $"A map of values has at most {MaximumValues}."));
        }

        return values;
    }
}
