using System.Text.Json;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Csv;

/// <summary>Reads the small parts of a column map's JSON.</summary>
internal static class MapElement
{
    /// <summary>A refusal of what stands at a JSON pointer.</summary>
    public static Error Invalid(string pointer, string value, string message) => new(ErrorKind.Invalid, "MAP_INVALID", pointer, value, message);

    /// <summary>Whether it is an object with known members only, each once.</summary>
    public static bool IsObject(JsonElement element, string pointer, string[] known, List<Error> errors)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            errors.Add(Invalid(pointer, element.GetRawText(), "Here belongs an object {…}."));
            return false;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (!known.Contains(property.Name, StringComparer.Ordinal))
            {
                var nearest = NearestName.Find(property.Name, known);
                errors.Add(Invalid($"{pointer}/{property.Name}", property.Name, nearest is null ? $"Here belong {string.Join(", ", known)}." : $"Did you mean \"{nearest}\"?"));
            }
            else if (!seen.Add(property.Name))
            {
                errors.Add(Invalid($"{pointer}/{property.Name}", property.Name, "It stands there twice."));
            }
        }

        return true;
    }

    /// <summary>A text; null where there is none.</summary>
    public static string? Text(JsonElement parent, string pointer, string name, List<Error> errors)
    {
        if (!parent.TryGetProperty(name, out var element) || element.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.String)
        {
            return element.GetString();
        }

        errors.Add(Invalid(pointer, element.GetRawText(), "Here belongs a text in quotation marks."));
        return null;
    }

    /// <summary>One ASCII character; null where there is none, or an empty text.</summary>
    public static char? Character(JsonElement parent, string pointer, string name, List<Error> errors)
    {
        var text = Text(parent, pointer, name, errors);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (text.Length == 1 && char.IsAscii(text[0]) && text[0] is not ('\r' or '\n' or '\0') && !char.IsAsciiLetterOrDigit(text[0]))
        {
            return text[0];
        }

        errors.Add(Invalid(pointer, text, "Here belongs one ASCII character that is no letter and no digit, such as \";\" or \"\\t\"."));
        return null;
    }

    /// <summary>True or false; null where there is none.</summary>
    public static bool? Truth(JsonElement parent, string pointer, string name, List<Error> errors)
    {
        if (!parent.TryGetProperty(name, out var element))
        {
            return null;
        }

        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return element.GetBoolean();
        }

        errors.Add(Invalid(pointer, element.GetRawText(), "Here belongs true or false."));
        return null;
    }

    /// <summary>A whole number within bounds; null where there is none.</summary>
    public static int? Number(JsonElement parent, string pointer, string name, int from, int to, List<Error> errors)
    {
        if (!parent.TryGetProperty(name, out var element))
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) && number >= from && number <= to)
        {
            return number;
        }

        errors.Add(Invalid(pointer, element.GetRawText(), $"Here belongs a whole number from {from} to {to}."));
        return null;
    }
}
