using System.Text.Json;

namespace FinancialFirewall.Domain.Documents;

/// <summary>
/// A JSON object that is read member by member. Null and <c>""</c> mean absent. Each member that is asked for is known from then on;
/// <see cref="Close"/> refuses the others by name.
/// </summary>
internal sealed partial class DocumentObject
{
    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
    private readonly List<string> known = [];

    private DocumentObject(string pointer, DocumentErrors errors)
    {
        Pointer = pointer;
        Errors = errors;
    }

    /// <summary>Where the object stands.</summary>
    internal string Pointer { get; }

    /// <summary>Where refusals go.</summary>
    internal DocumentErrors Errors { get; }

    /// <summary>The names of the members that are present, in the order they were given.</summary>
    internal IReadOnlyCollection<string> Names => members.Keys;

    /// <summary>Begins to read an object; null, with an error, when it is something else.</summary>
    internal static DocumentObject? Open(JsonElement element, string pointer, DocumentErrors errors)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            errors.Add("TYPE_WRONG", pointer, Show(element), $"An object is expected, not {Describe(element)}.");
            return null;
        }

        var document = new DocumentObject(pointer, errors);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            document.Add(member, names);
        }

        return document;
    }

    /// <summary>The place of a member.</summary>
    internal string At(string name) => JsonPointer.Member(Pointer, name);

    /// <summary>Whether a member is present.</summary>
    internal bool Has(string name) => members.ContainsKey(name);

    /// <summary>The flag, where the member is present.</summary>
    internal StatedMembers Stated(string name, StatedMembers flag) => Has(name) ? flag : StatedMembers.None;

    /// <summary>Takes a member as it stands; null where absent.</summary>
    internal JsonElement? Take(string name)
    {
        known.Add(name);
        return members.TryGetValue(name, out var element) ? element : null;
    }

    /// <summary>Accepts members and passes over them, as with those that the server owns.</summary>
    internal void Ignore(params ReadOnlySpan<string> names) => known.AddRange(names);

    /// <summary>Refuses a member's value.</summary>
    internal void Refuse(string name, string code, string value, string message) => Errors.Add(code, At(name), value, message);

    /// <summary>Refuses that a member is absent.</summary>
    internal void RefuseMissing(string name, string what) => Refuse(name, "MEMBER_MISSING", "", $"'{name}' is required: {what}");

    /// <summary>Refuses every member that nobody asked for; <paramref name="hint"/> may say where a name belongs.</summary>
    internal void Close(Func<string, string?>? hint = null)
    {
        foreach (var (name, value) in members)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                var offer = hint?.Invoke(name) ?? NameOffer.For(name, known);
                Refuse(name, "MEMBER_UNKNOWN", Show(value), $"'{name}' is not a member of this object. {offer}");
            }
        }
    }

    /// <summary>A value as it is shown in errors: a text without its quotes, anything else as it stands.</summary>
    internal static string Show(JsonElement element)
        => element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();

    /// <summary>What kind of value it is, in words.</summary>
    internal static string Describe(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };

    private static bool IsAbsent(JsonElement element)
        => element.ValueKind == JsonValueKind.Null || (element.ValueKind == JsonValueKind.String && element.ValueEquals(""u8));

    private void Add(JsonProperty member, HashSet<string> names)
    {
        if (!names.Add(member.Name))
        {
            Refuse(member.Name, "MEMBER_DUPLICATE", Show(member.Value), $"'{member.Name}' stands here twice; state it once.");
        }
        else if (!IsAbsent(member.Value))
        {
            members.Add(member.Name, member.Value);
        }
    }
}
