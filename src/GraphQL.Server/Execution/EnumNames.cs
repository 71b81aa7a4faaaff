using System.Collections.Concurrent;
using System.Text;

namespace GraphQL.Server.Execution;

/// <summary>The values of .NET enums as schemas spell them: <c>HighRisk</c> is <c>HIGH_RISK</c>.</summary>
internal static class EnumNames
{
    private static readonly ConcurrentDictionary<Enum, string> Names = new();

    /// <summary>The name of a value; null for what is no enum.</summary>
    public static string? Of(object value) => value is Enum known ? Names.GetOrAdd(known, Spell) : null;

    private static string Spell(Enum value)
    {
        var text = new StringBuilder();
        var name = value.ToString();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0 && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            text.Append(startsWord ? "_" : "").Append(char.ToUpperInvariant(name[i]));
        }

        return text.ToString();
    }
}
