using System.Globalization;
using FinancialFirewall.Simulator.Randomness;

namespace FinancialFirewall.Simulator.Worlds;

/// <summary>Makes valid account numbers of banks that do not exist.</summary>
internal static class IbanMaker
{
    private const int Modulus = 97;

    /// <summary>An IBAN of a country with check digits by ISO 7064 MOD 97-10.</summary>
    public static string Make(Country country, RandomSource random)
    {
        var account = string.Create(country.AccountPattern.Length, (country, random), static (text, made) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                var sign = made.country.AccountPattern[i];
                text[i] = sign == '9' ? (char)('0' + made.random.Below(10)) : sign;
            }
        });
        var check = Modulus + 1 - Remainder(account + country.Code + "00");
        return string.Create(CultureInfo.InvariantCulture, $"{country.Code}{check:00}{account}");
    }

    private static int Remainder(string text)
    {
        var rest = 0;
        foreach (var sign in text)
        {
            rest = char.IsAsciiDigit(sign) ? ((rest * 10) + sign - '0') % Modulus : ((rest * 100) + sign - 'A' + 10) % Modulus;
        }

        return rest;
    }
}
