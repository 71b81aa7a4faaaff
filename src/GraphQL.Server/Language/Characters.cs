using System.Globalization;
using System.Text;

namespace GraphQL.Server.Language;

/// <summary>Which characters are what.</summary>
internal static class Characters
{
    public static bool IsDigit(char c) => char.IsAsciiDigit(c);

    public static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    public static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    /// <summary>The character at an offset, as messages name it.</summary>
    public static string Describe(string body, int position)
    {
        if (position >= body.Length)
        {
            return "<EOF>";
        }

        var code = Rune.TryGetRuneAt(body, position, out var rune) ? rune.Value : body[position];
        return code switch
        {
            '"' => "'\"'",
            >= 0x20 and <= 0x7E => $"\"{(char)code}\"",
            _ => "U+" + code.ToString("X4", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>How many characters of a well-formed text stand at an offset: 1, or 2 for a pair; 0 for half a pair.</summary>
    public static int WellFormed(string body, int position)
    {
        var c = body[position];
        if (!char.IsSurrogate(c))
        {
            return 1;
        }

        return char.IsHighSurrogate(c) && position + 1 < body.Length && char.IsLowSurrogate(body[position + 1]) ? 2 : 0;
    }
}
