using System.Globalization;

namespace FinancialFirewall.Domain.Money;

/// <summary>
/// A number as JSON writes it (RFC 8259, section 6: <c>-12.50</c>, <c>1.25e3</c>), taken apart exactly: no floating point is involved.
/// Its value is ± significand × 10^exponent; the significand has no trailing zeros.
/// </summary>
public readonly struct DecimalNumber
{
    private const int MaximumDigits = 19;
    private const int ExponentBound = 1_000_000;
    private const long RoundedBound = 1_000_000_000_000_000_000;

    private static readonly ulong[] Powers = CreatePowers();

    private readonly bool negative;
    private readonly ulong significand;
    private readonly int exponent;
    private readonly int lastExponent;

    private DecimalNumber(bool negative, ulong significand, int exponent, int lastExponent)
    {
        this.negative = negative;
        this.significand = significand;
        this.exponent = exponent;
        this.lastExponent = lastExponent;
    }

    /// <summary>Whether it is below zero; false for <c>-0</c>.</summary>
    public bool IsNegative => negative && significand != 0;

    /// <summary>Whether it is zero.</summary>
    public bool IsZero => significand == 0;

    /// <summary>How many decimals it has, trailing zeros not counted.</summary>
    public int Decimals => Math.Max(0, -lastExponent);

    /// <summary>Takes a number apart.</summary>
    /// <param name="utf8">The number and nothing else: no spaces, no plus sign, no leading zeros, as in JSON.</param>
    /// <param name="number">The number, when the text is one.</param>
    /// <returns>False when the text is not a number in JSON's grammar.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out DecimalNumber number)
    {
        number = default;
        var minus = utf8.Length > 0 && utf8[0] == '-';
        var position = minus ? 1 : 0;
        var whole = CountDigits(utf8[position..]);
        if (whole == 0 || (whole > 1 && utf8[position] == '0'))
        {
            return false;
        }

        var digits = default(Digits);
        digits.Add(utf8.Slice(position, whole));
        position += whole;
        var fraction = 0;
        if (position < utf8.Length && utf8[position] == '.')
        {
            fraction = CountDigits(utf8[(position + 1)..]);
            digits.Add(utf8.Slice(position + 1, fraction));
            position += 1 + fraction;
            if (fraction == 0)
            {
                return false;
            }
        }

        if (!TryParseExponent(utf8[position..], out var power))
        {
            return false;
        }

        var lowest = (long)power - fraction;
        number = digits.Significand == 0
            ? default
            : new DecimalNumber(minus, digits.Significand, Bounded(lowest + digits.Dropped), Bounded(lowest + digits.TrailingZeros));
        return true;
    }

    /// <summary>The number × 10^<paramref name="decimals"/>, where that is a 64-bit integer.</summary>
    /// <param name="decimals">0 to 19.</param>
    /// <param name="scaled">The integer; 0 when it does not fit.</param>
    public DecimalFit TryScale(int decimals, out long scaled)
    {
        scaled = 0;
        if (Decimals > decimals)
        {
            return DecimalFit.TooManyDecimals;
        }

        // Nothing was dropped here unless it is far out of range: 20 digits and no more than the decimals asked for.
        return significand == 0 || TryShift(exponent + decimals, out scaled) ? DecimalFit.Exact : DecimalFit.OutOfRange;
    }

    /// <summary>The number × 10^<paramref name="decimals"/>, rounded half to even.</summary>
    /// <param name="decimals">0 to 19.</param>
    /// <param name="scaled">The integer; 0 when it does not fit.</param>
    /// <returns>False when the result has more than 18 digits.</returns>
    public bool TryRound(int decimals, out long scaled)
    {
        scaled = 0;
        var shift = exponent + decimals;
        if (significand == 0 || shift >= 0)
        {
            // Digits behind the first 19 are worth less than a tenth of the result's last one as long as that has 18.
            return significand == 0 || (TryShift(shift, out scaled) && TryBound(ref scaled));
        }

        if (-shift > MaximumDigits)
        {
            return true;
        }

        var divisor = Powers[-shift];
        var (quotient, rest) = Math.DivRem(significand, divisor);
        var half = divisor / 2;
        var beyond = lastExponent < exponent;
        var up = rest > half || (rest == half && (beyond || (quotient & 1) == 1));
        return TrySign(quotient + (up ? 1UL : 0UL), out scaled) && TryBound(ref scaled);
    }

    /// <summary>The significand and the exponent, for messages about numbers.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{(IsNegative ? "-" : "")}{significand}E{exponent}");

    private static int CountDigits(ReadOnlySpan<byte> utf8)
    {
        var end = utf8.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return end < 0 ? utf8.Length : end;
    }

    private static bool TryParseExponent(ReadOnlySpan<byte> utf8, out int power)
    {
        power = 0;
        if (utf8.IsEmpty)
        {
            return true;
        }

        var signed = utf8.Length > 1 && utf8[1] is (byte)'-' or (byte)'+';
        var digits = utf8[(signed ? 2 : 1)..];
        if (utf8[0] is not ((byte)'e' or (byte)'E') || digits.IsEmpty || CountDigits(digits) != digits.Length)
        {
            return false;
        }

        foreach (var digit in digits)
        {
            power = Math.Min((power * 10) + (digit - '0'), ExponentBound);
        }

        power = signed && utf8[1] == '-' ? -power : power;
        return true;
    }

    private static int Bounded(long exponent) => (int)Math.Clamp(exponent, -2L * ExponentBound, 2L * ExponentBound);

    private static bool TryBound(ref long scaled)
    {
        var fits = Math.Abs(scaled) < RoundedBound;
        scaled = fits ? scaled : 0;
        return fits;
    }

    private static ulong[] CreatePowers()
    {
        var powers = new ulong[MaximumDigits + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }

        return powers;
    }

    private bool TryShift(int shift, out long scaled)
    {
        scaled = 0;
        if (shift < 0 || shift > MaximumDigits)
        {
            return false;
        }

        var product = (UInt128)significand * Powers[shift];
        return product <= long.MaxValue && TrySign((ulong)product, out scaled);
    }

    private bool TrySign(ulong magnitude, out long scaled)
    {
        scaled = magnitude <= long.MaxValue ? (negative ? -(long)magnitude : (long)magnitude) : 0;
        return magnitude <= long.MaxValue;
    }

    /// <summary>Collects up to 19 significant digits and counts what stands behind them.</summary>
    private struct Digits
    {
        private int count;
        private bool cut;

        /// <summary>The digits up to the last one kept that is not zero.</summary>
        public ulong Significand { get; private set; }

        /// <summary>How many digits stand behind <see cref="Significand"/>, zeros and others.</summary>
        public int Dropped { get; private set; }

        /// <summary>How many zeros stand at the end.</summary>
        public int TrailingZeros { get; private set; }

        public void Add(ReadOnlySpan<byte> digits)
        {
            foreach (var digit in digits)
            {
                AddOne((uint)(digit - '0'));
            }
        }

        private void AddOne(uint digit)
        {
            if (digit == 0 && Significand == 0)
            {
                return;
            }

            TrailingZeros = digit == 0 ? TrailingZeros + 1 : 0;
            Dropped++;
            if (digit == 0)
            {
                return;
            }

            if (cut || count + Dropped > MaximumDigits)
            {
                cut = true;
                return;
            }

            Significand = (Significand * Powers[Dropped]) + digit;
            count += Dropped;
            Dropped = 0;
        }
    }
}
