using System.Text.Json;

namespace FinancialFirewall.Domain.Documents;

/// <content>Reading of objects and lists.</content>
internal sealed partial class DocumentObject
{
    /// <summary>An object inside this one; null where absent or refused.</summary>
    internal DocumentObject? Child(string name) => Take(name) is { } element ? Open(element, At(name), Errors) : null;

    /// <summary>An object inside this one, read as a whole; null where absent or refused.</summary>
    internal T? Child<T>(string name, Func<DocumentObject, T> read)
        where T : class
        => Child(name) is { } child ? read(child) : null;

    /// <summary>A list's items with their places; null where absent or refused.</summary>
    internal IReadOnlyList<(JsonElement Element, string Pointer)>? Items(string name, int maximum)
    {
        if (Take(name) is not { } element)
        {
            return null;
        }

        if (element.ValueKind != JsonValueKind.Array)
        {
            RefuseType(name, element, "A list");
            return null;
        }

        var count = element.GetArrayLength();
        if (count > maximum)
        {
            Refuse(name, "TOO_MANY", "", $"'{name}' has {count:N0} items; at most {maximum:N0} are accepted.");
            return null;
        }

        var pointer = At(name);
        return [.. element.EnumerateArray().Select((item, index) => (item, JsonPointer.Item(pointer, index)))];
    }

    /// <summary>A list of objects; an item that is refused is left out. Null where absent or refused.</summary>
    internal IReadOnlyList<T>? Objects<T>(string name, int maximum, Func<DocumentObject, T> read)
    {
        if (Items(name, maximum) is not { } items)
        {
            return null;
        }

        var objects = new List<T>(items.Count);
        foreach (var (element, pointer) in items)
        {
            if (Errors.IsFull)
            {
                break;
            }

            if (Open(element, pointer, Errors) is { } item)
            {
                objects.Add(read(item));
            }
        }

        return objects;
    }

    /// <summary>
    /// A list of texts, each given to <paramref name="normalise"/> with its place, which gives the text to keep or refuses it and gives null. Equal
    /// texts are refused. Null where absent or refused.
    /// </summary>
    internal IReadOnlyList<string>? Texts(string name, int maximum, int maximumLength, Func<string, string, string?>? normalise = null)
    {
        if (Items(name, maximum) is not { } items)
        {
            return null;
        }

        var texts = new List<string>(items.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (element, pointer) in items)
        {
            if (ItemText(element, pointer, maximumLength) is not { } text || (normalise is null ? text : normalise(text, pointer)) is not { } kept)
            {
                continue;
            }

            if (seen.Add(kept))
            {
                texts.Add(kept);
            }
            else
            {
                Errors.Add("ITEM_DUPLICATE", pointer, text, $"'{text}' stands in this list twice; state it once.");
            }
        }

        return texts;
    }

    private string? ItemText(JsonElement element, string pointer, int maximumLength)
    {
        if (element.ValueKind != JsonValueKind.String || IsAbsent(element))
        {
            Errors.Add("TYPE_WRONG", pointer, Show(element), $"A text of 1 to {maximumLength:N0} characters is expected.");
            return null;
        }

        var text = element.GetString()!;
        if (text.Length <= maximumLength)
        {
            return text;
        }

        Errors.Add("TEXT_TOO_LONG", pointer, text, $"This text has {text.Length:N0} characters; at most {maximumLength:N0} are accepted.");
        return null;
    }
}
