using System.Runtime.CompilerServices;
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
    private readonly PaymentMember? member;

    private ContributionProgram(AggregateExpression aggregate, Func<EvaluationFrame, Truth>? filter)
    {
        this.aggregate = aggregate;
        this.filter = filter;
        member = aggregate.Argument?.Member;
        Form = aggregate.Argument is { } argument ? AggregateTypes.FormOf(argument) : ArgumentForm.Whole;
    }

    /// <summary>How the argument is kept.</summary>
    public ArgumentForm Form { get; }

    /// <summary>Compiles what an aggregate takes from a payment.</summary>
    /// <param name="aggregate">The aggregate.</param>
    /// <param name="context">The policy's; a filter names no aggregates, so slots are not asked for.</param>
    public static ContributionProgram Compile(AggregateExpression aggregate, CompilationContext context)
        => new(aggregate, aggregate.Filter is { } filter ? ExpressionCompiler.Compile(filter, context) : null);

    /// <summary>What the frame's payment adds. Allocates nothing.</summary>
    public Contribution Of(EvaluationFrame frame)
    {
        if (filter is null)
        {
            return Argument(frame);
        }

        var passes = filter(frame);
        if (passes == Truth.False)
        {
            return default;
        }

        var contribution = Argument(frame);
        return passes == Truth.Unknown && contribution.Counts ? contribution with { Counts = false, Unknown = true } : contribution;
    }

    /// <summary>The same by a short way, for what policies mostly count and add up: all payments, amounts and texts, without a filter.</summary>
    /// <param name="frame">The payment.</param>
    /// <param name="contribution">Takes what it adds; stays as it is where the longer way has to be taken.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryWrite(EvaluationFrame frame, ref Contribution contribution)
    {
        if (filter is not null)
        {
            return false;
        }

        if (member is not { } named)
        {
            contribution.SetNumber(1);
            return true;
        }

        if (Form == ArgumentForm.BaseAmount && frame.HasBaseAmount && frame.Has(PaymentMember.Amount))
        {
            contribution.SetNumber(frame.BaseAmountMinor);
            return true;
        }

        if (Form == ArgumentForm.Text && frame.Has(named))
        {
            var place = frame.PlaceOf(named);
            contribution.SetText(frame.HashOf(named), (ushort)place.Start, (ushort)place.Length);
            return true;
        }

        return false;
    }

    private static Contribution Nothing(ValueState state) => default(Contribution) with { Unknown = state == ValueState.Unknown };

    private static Contribution Number(ValueState state, long units)
        => state == ValueState.Present ? default(Contribution) with { Counts = true, Number = units } : Nothing(state);

    private static Contribution Number(WholeValue value) => Number(value.State, value.Value);

    private static Contribution BaseAmount(EvaluationFrame frame)
        => Number(ScaledReading.BaseAmount(frame));

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

    // The usual forms first: a jump by a table would cost more than these questions.
    private Contribution Argument(EvaluationFrame frame)
        => aggregate.Argument is not { } argument ? new(Counts: true, Unknown: false, 1, 0, 0, 0)
            : Form == ArgumentForm.BaseAmount ? BaseAmount(frame)
            : Form == ArgumentForm.Text ? Text(frame, argument.Member)
            : Other(frame, argument);

    private Contribution Other(EvaluationFrame frame, MemberExpression argument)
        => Form switch
        {
            ArgumentForm.OriginalAmount => OriginalAmount(frame),
            ArgumentForm.Degrees => Degrees(frame, argument.Member),
            ArgumentForm.Time => Number(FrameReading.Time(frame, argument.Member)),
            ArgumentForm.Truth => Number(FrameReading.CardPresent(frame)),
            ArgumentForm.Currency => Currency(frame),
            ArgumentForm.Kind => Enumerated(frame, argument.Member, (long)frame.Payment.Kind),
            _ => Enumerated(frame, argument.Member, (long)frame.Payment.Source),
        };

    private static Contribution Enumerated(EvaluationFrame frame, PaymentMember member, long number)
        => frame.Payment.Has(member) ? Number(ValueState.Present, number) : default;

    private static Contribution Text(EvaluationFrame frame, PaymentMember member)
    {
        if (!frame.Has(member))
        {
            return default;
        }

        var place = frame.PlaceOf(member);
        return new(Counts: true, Unknown: false, 0, frame.HashOf(member), (ushort)place.Start, (ushort)place.Length);
    }
}
