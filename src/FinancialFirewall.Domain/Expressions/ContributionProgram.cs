using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>
/// Works out what a payment adds to one aggregate: whether it passes the filter, and the argument in the form that the history keeps. Which kinds
/// of payment count at all, and whose history it is, the caller knows. Immutable; safe for use from several threads, each with its own frame.
/// </summary>
public sealed class ContributionProgram
{
    private readonly AggregateExpression aggregate;
    private readonly Func<EvaluationFrame, Truth>? filter;
    private readonly TextHash hash;

    private ContributionProgram(AggregateExpression aggregate, Func<EvaluationFrame, Truth>? filter, TextHash hash)
    {
        this.aggregate = aggregate;
        this.filter = filter;
        this.hash = hash;
        Form = aggregate.Argument is { } argument ? AggregateTypes.FormOf(argument) : ArgumentForm.Whole;
    }

    /// <summary>How the argument is kept.</summary>
    public ArgumentForm Form { get; }

    /// <summary>Compiles what an aggregate takes from a payment.</summary>
    /// <param name="aggregate">The aggregate.</param>
    /// <param name="context">The policy's; a filter names no aggregates, so slots are not asked for.</param>
    /// <param name="hash">The hash for distinct texts.</param>
    public static ContributionProgram Compile(AggregateExpression aggregate, CompilationContext context, TextHash hash)
        => new(aggregate, aggregate.Filter is { } filter ? ExpressionCompiler.Compile(filter, context) : null, hash);

    /// <summary>What the frame's payment adds. Allocates nothing.</summary>
    public Contribution Of(EvaluationFrame frame)
    {
        var passes = filter?.Invoke(frame) ?? Truth.True;
        if (passes == Truth.False)
        {
            return default;
        }

        var contribution = Argument(frame);
        return passes == Truth.Unknown && contribution.Counts ? contribution with { Counts = false, Unknown = true } : contribution;
    }

    private static Contribution Nothing(ValueState state) => default(Contribution) with { Unknown = state == ValueState.Unknown };

    private static Contribution Number(ValueState state, long units)
        => state == ValueState.Present ? default(Contribution) with { Counts = true, Number = units } : Nothing(state);

    private static Contribution Number(WholeValue value) => Number(value.State, value.Value);

    private static Contribution BaseAmount(EvaluationFrame frame)
        => FrameReading.BaseAmount(frame, 0) is var amount ? Number(amount.State, frame.BaseAmountMinor) : default;

    private static Contribution OriginalAmount(EvaluationFrame frame)
    {
        if (FrameReading.OriginalAmount(frame) is { State: not ValueState.Present and var state })
        {
            return Nothing(state);
        }

        var units = (Int128)frame.Payment.AmountMinor * ScaledUnits.Power(ScaledUnits.MaximumCurrencyDecimals - frame.CurrencyDecimals);
        return units >= long.MinValue && units <= long.MaxValue ? Number(ValueState.Present, (long)units) : Nothing(ValueState.Unknown);
    }

    private static Contribution Degrees(EvaluationFrame frame, PaymentMember member)
    {
        var payment = frame.Payment;
        var units = member == PaymentMember.Latitude ? payment.LatitudeMicrodegrees : payment.LongitudeMicrodegrees;
        return payment.Has(member) ? Number(ValueState.Present, units) : default;
    }

    private static Contribution Currency(EvaluationFrame frame)
    {
        var currency = FrameReading.Currency(frame);
        if (currency.State != ValueState.Present)
        {
            return Nothing(currency.State);
        }

        var letters = currency.Utf8.Span;
        return Number(ValueState.Present, (letters[0] << 16) | (letters[1] << 8) | letters[2]);
    }

    private Contribution Argument(EvaluationFrame frame) => aggregate.Argument is not { } argument
        ? default(Contribution) with { Counts = true, Number = 1 }
        : Form switch
        {
            ArgumentForm.BaseAmount => BaseAmount(frame),
            ArgumentForm.OriginalAmount => OriginalAmount(frame),
            ArgumentForm.Degrees => Degrees(frame, argument.Member),
            ArgumentForm.Time => Number(FrameReading.Time(frame, argument.Member)),
            ArgumentForm.Truth => Number(FrameReading.CardPresent(frame)),
            ArgumentForm.Currency => Currency(frame),
            ArgumentForm.Kind => Enumerated(frame, argument.Member, (long)frame.Payment.Kind),
            ArgumentForm.Source => Enumerated(frame, argument.Member, (long)frame.Payment.Source),
            _ => Text(frame, argument.Member),
        };

    private static Contribution Enumerated(EvaluationFrame frame, PaymentMember member, long number)
        => frame.Payment.Has(member) ? Number(ValueState.Present, number) : default;

    private Contribution Text(EvaluationFrame frame, PaymentMember member)
    {
        var payment = frame.Payment;
        if (!payment.Has(member))
        {
            return default;
        }

        var text = payment.Text(member);
        payment.Bytes.Overlaps(text, out var offset);
        return default(Contribution) with { Counts = true, TextHash = hash(text), TextStart = (ushort)offset, TextLength = (ushort)text.Length };
    }
}
