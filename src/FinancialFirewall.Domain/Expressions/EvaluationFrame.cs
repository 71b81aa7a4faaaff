using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Money;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>
/// Everything that a compiled condition can see of one payment. One instance belongs to one partition and is filled anew for each payment, so that
/// deciding allocates nothing. Not safe for use from several threads at once.
/// </summary>
public sealed partial class EvaluationFrame
{
    private const int CurrencyLength = 3;
    private const int UnknownDecimals = -1;
    private const int NoCurrency = -1;

    private readonly byte[] currency = new byte[CurrencyLength];
    private readonly byte[] lastCurrencies = new byte[CurrencyLength * WindowDefinition.MaximumPerPolicy];

    // The currency whose letters stand above, if it was found by its number.
    private int currencyNumber = NoCurrency;
    private int decimalsOfNumber;

    /// <summary>The payment.</summary>
    public PackedPayment Payment
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => PackedPayment.OfChecked(new ReadOnlySpan<byte>(buffer, start, length));
    }

    /// <summary>When the payment is assessed, by the partition's clock.</summary>
    public Instant AssessedAt { get; set; }

    /// <summary>The amount in minor units of the tenant's base currency; meaningless unless <see cref="HasBaseAmount"/>.</summary>
    public long BaseAmountMinor { get; set; }

    /// <summary>Whether there is a rate for the payment's currency and the converted amount fits.</summary>
    public bool HasBaseAmount { get; set; }

    /// <summary>When this account was first seen in this tenant; this payment's own time for an account never seen before.</summary>
    public Instant AccountFirstSeen { get; set; }

    /// <summary>Since when the tenant exists: an account cannot have been seen before.</summary>
    public Instant TenantSince { get; set; }

    /// <summary>Whether this account never used the payment's device before and has used some other one.</summary>
    public bool DeviceIsNew { get; set; }

    /// <summary>The aggregates, this payment included, by the policy's numbering.</summary>
    public AggregateValue[] Aggregates { get; } = new AggregateValue[WindowDefinition.MaximumPerPolicy];

    /// <summary>The named lists, by the policy's numbering: what they hold changes more often than the conditions that ask them.</summary>
    public ListMatcher[] Lists { get; set; } = [];

    /// <summary>The score so far: of the factors before the one that is evaluated, or the final one in decision criteria.</summary>
    public Score RiskScore { get; set; }

    /// <summary>Takes what programs give for this frame; kept here because a frame and what it records belong together.</summary>
    internal TruthRecorder? Recorder { get; set; }

    /// <summary>How many decimals the payment's currency has; below 0 until <see cref="SetCurrency"/> says so.</summary>
    internal int CurrencyDecimals { get; private set; } = UnknownDecimals;

    /// <summary>The three letters of the payment's currency.</summary>
    internal ReadOnlyMemory<byte> CurrencyCode => currency;

    /// <summary>
    /// Takes a packed payment; the buffer must not change while the frame is used. Its currency and its amount in the base currency are unknown
    /// from here on, until they are set for this payment.
    /// </summary>
    /// <exception cref="ArgumentException">There is no packed payment of that length at that place.</exception>
    public void Load(byte[] paymentBuffer, int paymentStart, int paymentLength, Instant assessedAt)
    {
        LoadTexts(paymentBuffer, paymentStart, paymentLength);
        AssessedAt = assessedAt;
        HasBaseAmount = false;
        CurrencyDecimals = UnknownDecimals;
    }

    /// <summary>Says what the payment's currency number means: conditions see <c>currency</c> and <c>originalAmount</c> by it.</summary>
    /// <param name="code">The ISO 4217 code, three ASCII letters.</param>
    /// <param name="decimals">How many decimals the currency has, 0 to 4.</param>
    /// <exception cref="ArgumentException"><paramref name="code"/> has not three letters, or there are more decimals.</exception>
    public void SetCurrency(string code, int decimals)
    {
        if (code.Length != CurrencyLength || decimals is < 0 or > ScaledUnits.MaximumCurrencyDecimals)
        {
            throw new ArgumentException($"'{code}' with {decimals} decimals is no currency.", nameof(code));
        }

        for (var i = 0; i < CurrencyLength; i++)
        {
            currency[i] = (byte)code[i];
        }

        CurrencyDecimals = decimals;
        currencyNumber = NoCurrency;
    }

    /// <summary>Says the same by the payment's own currency number, if that is known; most payments have the one that the payment before had.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void FindCurrency(ushort number)
    {
        if (number == currencyNumber)
        {
            CurrencyDecimals = decimalsOfNumber;
        }
        else if (CurrencyTable.TryFind(number, out var found))
        {
            SetCurrency(found.Code, found.Exponent);
            (currencyNumber, decimalsOfNumber) = (number, found.Exponent);
        }
    }

    /// <summary>Writes out the letters of a currency that a history keeps as a number; valid until the slot is written again.</summary>
    internal ReadOnlyMemory<byte> CurrencyOf(int slot, long packed)
    {
        var letters = lastCurrencies.AsMemory(slot * CurrencyLength, CurrencyLength);
        letters.Span[0] = (byte)(packed >> 16);
        letters.Span[1] = (byte)(packed >> 8);
        letters.Span[2] = (byte)packed;
        return letters;
    }
}
