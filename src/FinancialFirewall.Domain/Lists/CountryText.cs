using System.Diagnostics.CodeAnalysis;
using System.Text;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Lists;

/// <summary>Countries of lists and rules in the normal form that payments have.</summary>
internal static class CountryText
{
    /// <summary>The code of ISO 3166 in upper case, or what is wrong with it.</summary>
    internal static bool TryNormalise(string text, [NotNullWhen(true)] out string? code, [NotNullWhen(false)] out string? message)
    {
        Span<byte> utf8 = stackalloc byte[CountryTable.CodeLength];
        var trimmed = text.Trim();
        if (trimmed.Length == CountryTable.CodeLength && CountryTable.TryNormalise(Encoding.UTF8.GetBytes(trimmed), utf8))
        {
            code = Encoding.UTF8.GetString(utf8);
            message = null;
            return true;
        }

        code = null;
        var intended = CountryTable.FindIntended(trimmed);
        message = $"'{text}' is not an ISO 3166 alpha-2 code{(intended is null ? ", two letters such as DE." : $"; use {intended}.")}";
        return false;
    }
}
