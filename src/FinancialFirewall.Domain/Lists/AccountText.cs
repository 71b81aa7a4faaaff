using System.Text;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Lists;

/// <summary>Account numbers in the normal form that payments have: a valid IBAN without spaces in upper case, anything else without spaces at its ends.</summary>
internal static class AccountText
{
    internal static string Normalise(string text)
    {
        Span<byte> iban = stackalloc byte[Iban.MaximumLength];
        var trimmed = text.Trim();
        return Iban.TryNormalise(Encoding.UTF8.GetBytes(trimmed), iban, out var length) ? Encoding.UTF8.GetString(iban[..length]) : trimmed;
    }
}
