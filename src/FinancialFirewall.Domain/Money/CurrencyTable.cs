using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace FinancialFirewall.Domain.Money;

/// <summary>
/// The active currencies, funds and metals of ISO 4217 (list one, as of 2026-01-01, amendments up to 179). Where the list states no minor unit
/// (metals, XDR, XTS, XXX and their like) the exponent is 0. Case carries no meaning: <c>eur</c> is EUR.
/// </summary>
public static class CurrencyTable
{
    private const int CodeLength = 3;
    private const int Letters = 26;
    private const int NumberBound = 1000;

    /// <summary>Code, number and exponent of each currency, in the order of codes.</summary>
    private const string Active =
        "AED784.2 AFN971.2 ALL008.2 AMD051.2 AOA973.2 ARS032.2 AUD036.2 AWG533.2 AZN944.2 BAM977.2 BBD052.2 BDT050.2 BHD048.3 BIF108.0 "
        + "BMD060.2 BND096.2 BOB068.2 BOV984.2 BRL986.2 BSD044.2 BTN064.2 BWP072.2 BYN933.2 BZD084.2 CAD124.2 CDF976.2 CHE947.2 CHF756.2 "
        + "CHW948.2 CLF990.4 CLP152.0 CNY156.2 COP170.2 COU970.2 CRC188.2 CUP192.2 CVE132.2 CZK203.2 DJF262.0 DKK208.2 DOP214.2 DZD012.2 "
        + "EGP818.2 ERN232.2 ETB230.2 EUR978.2 FJD242.2 FKP238.2 GBP826.2 GEL981.2 GHS936.2 GIP292.2 GMD270.2 GNF324.0 GTQ320.2 GYD328.2 "
        + "HKD344.2 HNL340.2 HTG332.2 HUF348.2 IDR360.2 ILS376.2 INR356.2 IQD368.3 IRR364.2 ISK352.0 JMD388.2 JOD400.3 JPY392.0 KES404.2 "
        + "KGS417.2 KHR116.2 KMF174.0 KPW408.2 KRW410.0 KWD414.3 KYD136.2 KZT398.2 LAK418.2 LBP422.2 LKR144.2 LRD430.2 LSL426.2 LYD434.3 "
        + "MAD504.2 MDL498.2 MGA969.2 MKD807.2 MMK104.2 MNT496.2 MOP446.2 MRU929.2 MUR480.2 MVR462.2 MWK454.2 MXN484.2 MXV979.2 MYR458.2 "
        + "MZN943.2 NAD516.2 NGN566.2 NIO558.2 NOK578.2 NPR524.2 NZD554.2 OMR512.3 PAB590.2 PEN604.2 PGK598.2 PHP608.2 PKR586.2 PLN985.2 "
        + "PYG600.0 QAR634.2 RON946.2 RSD941.2 RUB643.2 RWF646.0 SAR682.2 SBD090.2 SCR690.2 SDG938.2 SEK752.2 SGD702.2 SHP654.2 SLE925.2 "
        + "SOS706.2 SRD968.2 SSP728.2 STN930.2 SVC222.2 SYP760.2 SZL748.2 THB764.2 TJS972.2 TMT934.2 TND788.3 TOP776.2 TRY949.2 TTD780.2 "
        + "TWD901.2 TZS834.2 UAH980.2 UGX800.0 USD840.2 USN997.2 UYI940.0 UYU858.2 UYW927.4 UZS860.2 VED926.2 VES928.2 VND704.0 VUV548.0 "
        + "WST882.2 XAD396.2 XAF950.0 XAG961.0 XAU959.0 XBA955.0 XBB956.0 XBC957.0 XBD958.0 XCD951.2 XCG532.2 XDR960.0 XOF952.0 XPD964.0 "
        + "XPF953.0 XPT962.0 XSU994.0 XTS963.0 XUA965.0 XXX999.0 YER886.2 ZAR710.2 ZMW967.2 ZWG924.2";

    /// <summary>Codes that payments still carry although the list has dropped them, each with what replaced it.</summary>
    private const string Retired =
        "ANG>XCG ATS>EUR BEF>EUR BGN>EUR BYR>BYN CUC>CUP CYP>EUR DEM>EUR EEK>EUR ESP>EUR FIM>EUR FRF>EUR GHC>GHS GRD>EUR HRK>EUR IEP>EUR "
        + "ITL>EUR LTL>EUR LUF>EUR LVL>EUR MRO>MRU MTL>EUR MZM>MZN NLG>EUR PTE>EUR ROL>RON RUR>RUB SIT>EUR SKK>EUR SLL>SLE STD>STN TRL>TRY "
        + "VEB>VES VEF>VES ZMK>ZMW ZWL>ZWG";

    private static readonly Currency[] Currencies = [.. Active.Split(' ').Select(Parse)];
    private static readonly byte[] ByCode = IndexByCode();
    private static readonly byte[] ByNumber = IndexByNumber();

    /// <summary>All currencies in the order of their codes.</summary>
    public static ReadOnlySpan<Currency> All => Currencies;

    /// <summary>Finds a currency by its code, without allocating.</summary>
    /// <param name="code">Three letters in UTF-8, of either case.</param>
    /// <param name="currency">The currency, when there is one.</param>
    public static bool TryFind(ReadOnlySpan<byte> code, out Currency currency)
    {
        var index = code.Length == CodeLength ? CodeIndex(code[0], code[1], code[2]) : -1;
        return TryTake(index < 0 ? (byte)0 : ByCode[index], out currency);
    }

    /// <summary>Finds a currency by its code.</summary>
    /// <param name="code">Three letters, of either case.</param>
    /// <param name="currency">The currency, when there is one.</param>
    public static bool TryFind([NotNullWhen(true)] string? code, out Currency currency)
    {
        var index = code is { Length: CodeLength } ? CodeIndex(code[0], code[1], code[2]) : -1;
        return TryTake(index < 0 ? (byte)0 : ByCode[index], out currency);
    }

    /// <summary>Finds a currency by its ISO 4217 number.</summary>
    /// <param name="number">1 to 999.</param>
    /// <param name="currency">The currency, when there is one.</param>
    public static bool TryFind(ushort number, out Currency currency)
        => TryTake(number < NumberBound ? ByNumber[number] : (byte)0, out currency);

    /// <summary>The currency of an ISO 4217 number that is known to be valid, such as one in a packed payment.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no active currency of that number.</exception>
    public static Currency Get(ushort number)
        => TryFind(number, out var currency)
            ? currency
            : throw new ArgumentOutOfRangeException(nameof(number), number, "There is no active currency of this ISO 4217 number.");

    /// <summary>What replaced a currency that is no longer active; null where nothing is known.</summary>
    /// <param name="code">Three letters, of either case.</param>
    public static string? FindSuccessor(string code)
    {
        var entry = Array.Find(Retired.Split(' '), entry => entry.AsSpan(0, CodeLength).Equals(code, StringComparison.OrdinalIgnoreCase));
        return entry?[(CodeLength + 1)..];
    }

    private static Currency Parse(string entry)
        => new(entry[..CodeLength], (ushort)(((entry[3] - '0') * 100) + ((entry[4] - '0') * 10) + entry[5] - '0'), (byte)(entry[7] - '0'));

    private static byte[] IndexByCode()
    {
        var index = new byte[Letters * Letters * Letters];
        for (var i = 0; i < Currencies.Length; i++)
        {
            var code = Encoding.ASCII.GetBytes(Currencies[i].Code);
            index[CodeIndex(code[0], code[1], code[2])] = checked((byte)(i + 1));
        }

        return index;
    }

    private static byte[] IndexByNumber()
    {
        var index = new byte[NumberBound];
        for (var i = 0; i < Currencies.Length; i++)
        {
            index[Currencies[i].Number] = checked((byte)(i + 1));
        }

        return index;
    }

    private static int CodeIndex(int first, int second, int third)
    {
        var (a, b, c) = ((first | 0x20) - 'a', (second | 0x20) - 'a', (third | 0x20) - 'a');
        return (uint)a < Letters && (uint)b < Letters && (uint)c < Letters ? (((a * Letters) + b) * Letters) + c : -1;
    }

    private static bool TryTake(byte place, out Currency currency)
    {
        currency = place == 0 ? default : Currencies[place - 1];
        return place != 0;
    }
}
