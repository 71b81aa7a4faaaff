using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>What compiled conditions call to read a frame: members, variables and texts. Nothing here allocates once buffers have grown.</summary>
internal static class FrameReading
{
    /// <summary>The truth of a test on <c>amount</c> where there is no amount in the base currency.</summary>
    public static Truth MissingBaseAmount(EvaluationFrame frame)
        => frame.Has(PaymentMember.Amount) ? Truth.Unknown : Truth.False;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truth Has(EvaluationFrame frame, PaymentMember member) => ValueStates.Of(frame.Has(member));

    public static NumberValue BaseAmount(EvaluationFrame frame, int decimals)
        => !frame.Has(PaymentMember.Amount) ? NumberValue.Absent
            : frame.HasBaseAmount ? NumberValue.Of(ScaledUnits.ToDecimal(frame.BaseAmountMinor, decimals))
            : NumberValue.Unknown;

    public static NumberValue OriginalAmount(EvaluationFrame frame)
        => !frame.Has(PaymentMember.Amount) ? NumberValue.Absent
            : frame.CurrencyDecimals < 0 ? NumberValue.Unknown
            : NumberValue.Of(ScaledUnits.ToDecimal(frame.Payment.AmountMinor, frame.CurrencyDecimals));

    public static NumberValue Degrees(EvaluationFrame frame, PaymentMember member)
    {
        var payment = frame.Payment;
        var units = member == PaymentMember.Latitude ? payment.LatitudeMicrodegrees : payment.LongitudeMicrodegrees;
        return frame.Has(member) ? NumberValue.Of(ScaledUnits.ToDecimal(units, ScaledUnits.DegreeDecimals)) : NumberValue.Absent;
    }

    public static NumberValue RiskScore(EvaluationFrame frame) => NumberValue.Of(frame.RiskScore.ToDecimal());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WholeValue Time(EvaluationFrame frame, PaymentMember member)
    {
        var payment = frame.Payment;
        return !frame.Has(member) ? WholeValue.Absent : WholeValue.Of(member switch
        {
            PaymentMember.InitiatedAt => payment.InitiatedAt.UnixMicroseconds,
            PaymentMember.FromAccountOpenedAt => payment.FromAccountOpenedAt.UnixMicroseconds,
            _ => payment.RequestedExecutionDay * 86_400L * Instant.MicrosecondsPerSecond,
        });
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WholeValue AssessedAt(EvaluationFrame frame) => WholeValue.Of(frame.AssessedAt.UnixMicroseconds);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WholeValue AccountAge(EvaluationFrame frame)
    {
        var payment = frame.Payment;
        if (frame.Has(PaymentMember.FromAccountOpenedAt))
        {
            return Since(frame, payment.FromAccountOpenedAt);
        }

        return frame.AccountFirstSeen > frame.TenantSince ? Since(frame, frame.AccountFirstSeen) : WholeValue.Absent;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WholeValue TenantAge(EvaluationFrame frame) => Since(frame, frame.TenantSince);

    public static WholeValue CardPresent(EvaluationFrame frame)
    {
        var payment = frame.Payment;
        return frame.Has(PaymentMember.CardPresent)
            ? WholeValue.Of((payment.Flags & PackedPaymentFlags.CardPresent) == PackedPaymentFlags.CardPresent ? 1 : 0)
            : WholeValue.Absent;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WholeValue DeviceIsNew(EvaluationFrame frame) => WholeValue.Of(frame.DeviceIsNew ? 1 : 0);

    public static TextValue Text(EvaluationFrame frame, PaymentMember member)
        => frame.Has(member) ? TextValue.Of(frame.TextOf(member)) : TextValue.Absent;

    public static TextValue Currency(EvaluationFrame frame)
        => !frame.Has(PaymentMember.Currency) ? TextValue.Absent
            : frame.CurrencyDecimals < 0 ? TextValue.Unknown
            : TextValue.Of(frame.CurrencyCode);

    public static TextValue Kind(EvaluationFrame frame)
        => frame.Has(PaymentMember.Kind) ? EnumTexts.OfKind((long)frame.Payment.Kind) : TextValue.Absent;

    public static TextValue Source(EvaluationFrame frame)
        => frame.Has(PaymentMember.PaymentSource) ? EnumTexts.OfSource((long)frame.Payment.Source) : TextValue.Absent;

    public static Truth IsIn(EvaluationFrame frame, TextValue value, int list)
        => value.State == ValueState.Present ? ValueStates.Of(frame.Lists[list].Contains(value.Utf8.Span, frame.AssessedAt)) : ValueStates.Missing(value.State);

    public static Truth Matches(EvaluationFrame frame, TextValue value, TextPattern pattern)
        => value.State == ValueState.Present ? ValueStates.Of(pattern.IsMatch(frame, value.Utf8.Span)) : ValueStates.Missing(value.State);

    public static Truth ContainsIgnoreCase(EvaluationFrame frame, TextValue value, string part)
        => value.State == ValueState.Present
            ? ValueStates.Of(frame.Decode(value.Utf8.Span).Contains(part, StringComparison.OrdinalIgnoreCase))
            : ValueStates.Missing(value.State);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static WholeValue Since(EvaluationFrame frame, Instant start)
        => WholeValue.Compute(AssessedAt(frame), ArithmeticOperator.Subtract, WholeValue.Of(start.UnixMicroseconds));
}
