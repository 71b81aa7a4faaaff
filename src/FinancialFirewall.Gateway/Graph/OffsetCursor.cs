using System.Buffers.Text;
using System.Globalization;
using System.Text;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Graph;

/// <summary>Cursors of lists whose places are numbers: base64url of a word that tells the list, and the number.</summary>
internal static class OffsetCursor
{
    /// <summary>The cursor of a place.</summary>
    public static string Write(string list, long place) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{list} {place}")));

    /// <summary>The place of a cursor.</summary>
    public static Result<long> Read(string list, string cursor)
    {
        if (Base64Url.IsValid(cursor) && Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)).Split(' ') is [var name, var number]
            && string.Equals(name, list, StringComparison.Ordinal) && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
        {
            return place;
        }

        return Invalid(cursor);
    }

    /// <summary>Refuses what is no cursor of the list.</summary>
    public static Error Invalid(string cursor)
        => new(ErrorKind.Invalid, "CURSOR_INVALID", "after", cursor, "Pass a cursor of the page before unchanged, with the same arguments; or leave it out to begin anew.");
}
