namespace FinancialFirewall.Domain.Payments;

/// <summary>
/// The countries of ISO 3166-1 alpha-2, and XK (Kosovo), which ISO leaves to its users and IBANs use. Case carries no meaning: <c>de</c> is DE.
/// </summary>
public static class CountryTable
{
    /// <summary>Letters of a country code.</summary>
    public const int CodeLength = 2;

    private const int Letters = 26;

    private const string Codes =
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL "
        + "CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT "
        + "GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY "
        + "MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN "
        + "PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT "
        + "TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

    private static readonly string[] All = Codes.Split(' ');
    private static readonly bool[] Known = Index();

    /// <summary>All codes in alphabetical order.</summary>
    public static ReadOnlySpan<string> AllCodes => All;

    /// <summary>Whether two letters, of either case, are a country's code.</summary>
    public static bool IsKnown(ReadOnlySpan<byte> code) => code.Length == CodeLength && PlaceOf(code[0], code[1]) is var place and >= 0 && Known[place];

    /// <summary>Writes a country's code in its normal form, upper case.</summary>
    /// <param name="text">The code as it was sent, in UTF-8.</param>
    /// <param name="destination">At least <see cref="CodeLength"/> bytes.</param>
    /// <returns>False when it is no country's code.</returns>
    public static bool TryNormalise(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        if (!IsKnown(text))
        {
            return false;
        }

        destination[0] = (byte)(text[0] & ~0x20);
        destination[1] = (byte)(text[1] & ~0x20);
        return true;
    }

    /// <summary>The code that was probably meant by a common mistake, such as GB for UK; null where nothing is known.</summary>
    public static string? FindIntended(string code) => code.ToUpperInvariant() switch
    {
        "UK" => "GB",
        "EL" => "GR",
        "GBR" => "GB",
        "USA" => "US",
        "DEU" => "DE",
        _ => null,
    };

    private static bool[] Index()
    {
        var known = new bool[Letters * Letters];
        foreach (var code in All)
        {
            known[PlaceOf(code[0], code[1])] = true;
        }

        return known;
    }

    private static int PlaceOf(int first, int second)
    {
        var (a, b) = ((first | 0x20) - 'a', (second | 0x20) - 'a');
        return (uint)a < Letters && (uint)b < Letters ? (a * Letters) + b : -1;
    }
}
