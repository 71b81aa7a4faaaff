using System.Globalization;
using System.Text.Json;

namespace GraphQL.Server.Types;

/// <summary>JSON as messages show it, shortened, and as plain objects.</summary>
internal static class JsonText
{
    private const int MaxItems = 10;
    private const int MaxDepth = 2;

    /// <summary>A value on one line: at most ten items of a list, and two levels of nesting.</summary>
    public static string Describe(JsonElement value) => Describe(value, 0);

    /// <summary>A <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>, a list or a dictionary of them, or null.</summary>
    public static object? ToObject(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : (object)value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => value.EnumerateArray().Select(ToObject).ToList(),
        JsonValueKind.Object => ToDictionary(value),
        _ => null,
    };

    /// <summary>A number the way JavaScript writes it.</summary>
    public static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var exponent = text.IndexOf('E', StringComparison.Ordinal);
        if (exponent < 0)
        {
            return text;
        }

        var power = int.Parse(text.AsSpan(exponent + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return power is >= -6 and <= 20
            ? value.ToString("0." + new string('#', 30), CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, exponent)}e{(power < 0 ? "" : "+")}{power}");
    }

    private static string Describe(JsonElement value, int depth) => value.ValueKind switch
    {
        JsonValueKind.String => JsonSerializer.Serialize(value.GetString(), JsonEscapes.Relaxed),
        JsonValueKind.Number => Number(value.GetDouble()),
        JsonValueKind.Array => DescribeList(value, depth),
        JsonValueKind.Object => DescribeObject(value, depth),
        _ => value.GetRawText(),
    };

    private static string DescribeList(JsonElement list, int depth)
    {
        var count = list.GetArrayLength();
        if (count == 0)
        {
            return "[]";
        }

        if (depth > MaxDepth)
        {
            return "[Array]";
        }

        var items = list.EnumerateArray().Take(MaxItems).Select(item => Describe(item, depth + 1)).ToList();
        if (count > MaxItems)
        {
            items.Add(count == MaxItems + 1 ? "... 1 more item" : $"... {count - MaxItems} more items");
        }

        return $"[{string.Join(", ", items)}]";
    }

    private static string DescribeObject(JsonElement members, int depth)
    {
        if (!members.EnumerateObject().Any())
        {
            return "{}";
        }

        return depth > MaxDepth
            ? "[Object]"
            : $"{{ {string.Join(", ", members.EnumerateObject().Select(member => $"{member.Name}: {Describe(member.Value, depth + 1)}"))} }}";
    }

    private static Dictionary<string, object?> ToDictionary(JsonElement members)
    {
        var dictionary = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in members.EnumerateObject())
        {
            dictionary[member.Name] = ToObject(member.Value);
        }

        return dictionary;
    }
}
