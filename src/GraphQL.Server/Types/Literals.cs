using System.Globalization;
using GraphQL.Server.Language;

namespace GraphQL.Server.Types;

/// <summary>Literals as plain objects, for readers that know no type.</summary>
internal static class Literals
{
    /// <summary>A <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>, a list or a dictionary of them, or null.</summary>
    public static object? ToObject(ValueSyntax value) => value switch
    {
        StringSyntax text => text.Value,
        EnumSyntax word => word.Value,
        BooleanSyntax boolean => boolean.Value,
        IntSyntax number => Number(number.Text),
        FloatSyntax number => double.Parse(number.Text, CultureInfo.InvariantCulture),
        ListSyntax list => list.Values.Select(ToObject).ToList(),
        ObjectSyntax fields => Fields(fields),
        _ => null,
    };

    private static object Number(string text)
        => long.TryParse(text, CultureInfo.InvariantCulture, out var whole) ? whole : (object)double.Parse(text, CultureInfo.InvariantCulture);

    private static Dictionary<string, object?> Fields(ObjectSyntax fields)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in fields.Fields)
        {
            members[field.Name.Value] = ToObject(field.Value);
        }

        return members;
    }
}
