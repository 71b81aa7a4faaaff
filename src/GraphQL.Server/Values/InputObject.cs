namespace GraphQL.Server.Values;

/// <summary>An input object or the arguments of a field, as resolvers get them: what was sent, and the defaults of what was not.</summary>
public sealed class InputObject
{
    /// <summary>Without members.</summary>
    public static readonly InputObject Empty = new();

    private readonly Dictionary<string, object?> members = new(StringComparer.Ordinal);

    internal InputObject()
    {
    }

    /// <summary>
    /// The members by name: <see cref="string"/> (also IDs and enum values), <see cref="int"/>, <see cref="double"/>, <see cref="bool"/>, what a scalar of
    /// the schema reads, lists as <c>object?[]</c>, input objects as <see cref="InputObject"/>, or null where null was sent.
    /// </summary>
    public IReadOnlyDictionary<string, object?> Members => members;

    internal object? this[string name]
    {
        set => members[name] = value;
    }

    /// <summary>Whether a member was sent or has a default.</summary>
    public bool Has(string name) => members.ContainsKey(name);

    /// <summary>A member as a resolver wants it; the default of its type where it is absent or null.</summary>
    /// <exception cref="InvalidCastException">The schema gives it another type.</exception>
    public T? Get<T>(string name) => members.TryGetValue(name, out var value) && value is not null ? (T)value : default;

    /// <summary>A member that is a list; null where it is absent or null.</summary>
    /// <exception cref="InvalidCastException">The schema gives it another type.</exception>
    public IReadOnlyList<T>? List<T>(string name) => Get<object?[]>(name)?.Select(item => (T)item!).ToList();
}
