using System.Text;

namespace FinancialFirewall.Domain.Documents;

/// <summary>The names of an enumeration on the wire: UPPER_SNAKE_CASE.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal static class EnumNames<T>
    where T : struct, Enum
{
    private static readonly T[] Values = Enum.GetValues<T>();

    /// <summary>All names, in the order of their numbers.</summary>
    internal static IReadOnlyList<string> All { get; } = [.. Values.Select(value => UpperSnake(value.ToString()))];

    /// <summary>The name of a value.</summary>
    internal static string Of(T value) => All[Array.IndexOf(Values, value)];

    /// <summary>The value with exactly this name.</summary>
    internal static T? Find(string name)
    {
        for (var i = 0; i < Values.Length; i++)
        {
            if (string.Equals(All[i], name, StringComparison.Ordinal))
            {
                return Values[i];
            }
        }

        return null;
    }

    private static string UpperSnake(string pascal)
    {
        var text = new StringBuilder(pascal.Length + 4);
        foreach (var letter in pascal)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToUpperInvariant(letter));
        }

        return text.ToString();
    }
}
