namespace GraphQL.Server.Language;

/// <summary>A name, and where it stands.</summary>
/// <param name="Value">The name.</param>
/// <param name="Start">The offset of its first character.</param>
internal readonly record struct Name(string Value, int Start)
{
    public override string ToString() => Value;
}
