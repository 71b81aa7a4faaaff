using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Toggles;

/// <summary>Decides whether the fraud check is on for a context, and explains it. <see cref="ToggleTable"/> decides the same without the explanation.</summary>
public static class ToggleResolver
{
    /// <summary>Finds the toggle that decides, and why each of the others does not.</summary>
    /// <param name="toggles">All toggles of the tenant.</param>
    /// <param name="context">What the payment says about itself.</param>
    /// <param name="now">The time that windows are compared with.</param>
    public static ToggleResolution Resolve(IReadOnlyList<Toggle> toggles, ToggleContext context, Instant now)
    {
        ArgumentNullException.ThrowIfNull(toggles);
        var winner = toggles.Where(toggle => WhyNotApplicable(toggle, context, now) is null).Min(ToggleOrder.Instance);
        var losers = toggles.Where(toggle => !ReferenceEquals(toggle, winner)).Select(toggle => Explain(toggle, winner, context, now));
        return new ToggleResolution(winner?.IsEnabled ?? true, winner, [.. losers]);
    }

    private static ToggleLossReason? WhyNotApplicable(Toggle toggle, ToggleContext context, Instant now)
        => !toggle.IsActive ? ToggleLossReason.Inactive
        : IsOther(toggle.PaymentType, context.PaymentType) ? ToggleLossReason.OtherPaymentType
        : IsOther(toggle.LocalInstrumentationCode, context.LocalInstrumentationCode) ? ToggleLossReason.OtherLocalInstrument
        : IsOther(toggle.ClearingSystemCode, context.ClearingSystemCode) ? ToggleLossReason.OtherClearingSystem
        : toggle.IsFutureAt(now) ? ToggleLossReason.NotYetEffective
        : toggle.IsExpiredAt(now) ? ToggleLossReason.NoLongerEffective
        : null;

    private static bool IsOther(string? named, string? actual) => named is not null && !string.Equals(named, actual, StringComparison.Ordinal);

    private static ToggleLoss Explain(Toggle toggle, Toggle? winner, ToggleContext context, Instant now)
    {
        if (WhyNotApplicable(toggle, context, now) is { } reason)
        {
            return new ToggleLoss(toggle, reason, Describe(toggle, reason, context));
        }

        // A toggle that applies can only have lost to another one.
        var (why, sentence) = Compare(toggle, winner!);
        return new ToggleLoss(toggle, why, sentence);
    }

    private static (ToggleLossReason Reason, string Sentence) Compare(Toggle loser, Toggle winner)
        => loser.Level != winner.Level
            ? (ToggleLossReason.LessSpecific, $"It is of level {Documents.EnumNames<ToggleLevel>.Of(loser.Level)}; the winner is more specific ({Documents.EnumNames<ToggleLevel>.Of(winner.Level)}).")
        : loser.Priority != winner.Priority
            ? (ToggleLossReason.LowerPriority, $"Its priority is {loser.Priority}; the winner's is {winner.Priority}, and the lowest number wins.")
        : loser.CreatedAt != winner.CreatedAt
            ? (ToggleLossReason.Older, $"It was created at {loser.CreatedAt}; the winner is newer ({winner.CreatedAt}).")
            : (ToggleLossReason.HigherId, "It equals the winner in level, priority and age; the lower id wins.");

    private static string Describe(Toggle toggle, ToggleLossReason reason, ToggleContext context) => reason switch
    {
        ToggleLossReason.Inactive => "It is not active.",
        ToggleLossReason.OtherPaymentType => Other("payment type", toggle.PaymentType, context.PaymentType),
        ToggleLossReason.OtherLocalInstrument => Other("local instrument", toggle.LocalInstrumentationCode, context.LocalInstrumentationCode),
        ToggleLossReason.OtherClearingSystem => Other("clearing system", toggle.ClearingSystemCode, context.ClearingSystemCode),
        ToggleLossReason.NotYetEffective => $"It is effective from {toggle.EffectiveFrom}.",
        _ => $"It was effective until {toggle.EffectiveUntil}.",
    };

    private static string Other(string what, string? named, string? actual)
        => actual is null ? $"It is for {what} '{named}'; the context has none." : $"It is for {what} '{named}', not '{actual}'.";
}
