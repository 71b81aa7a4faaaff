using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Toggles;

/// <summary>Changes of a toggle that exists.</summary>
public static class ToggleChange
{
    /// <summary>Switches the check on or off. The reason of the other state is dropped; without a new reason that of an unchanged state stays.</summary>
    public static Result<Toggle> SetState(Toggle current, bool isEnabled, string? reason, string? by, Instant now)
    {
        ArgumentNullException.ThrowIfNull(current);
        var kept = current.IsEnabled == isEnabled ? current.Reason : null;
        var changed = current with
        {
            IsEnabled = isEnabled,
            EnabledReason = isEnabled ? reason ?? kept : null,
            DisabledReason = isEnabled ? null : reason ?? kept,
            UpdatedBy = by,
            UpdatedAt = now,
        };
        return Checked(changed);
    }

    /// <summary>
    /// Replaces a toggle by what a caller sent: the id, the author and the creation time stay. Where the state changes, the reason of the old state
    /// that was sent back with it is dropped; both reasons at once are refused.
    /// </summary>
    public static Result<Toggle> Replace(Toggle current, Toggle sent, string? by, Instant now)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(sent);
        var isSwitched = current.IsEnabled != sent.IsEnabled && (sent.EnabledReason is null || sent.DisabledReason is null);
        var changed = sent with
        {
            Id = current.Id,
            EnabledReason = isSwitched && !sent.IsEnabled ? null : sent.EnabledReason,
            DisabledReason = isSwitched && sent.IsEnabled ? null : sent.DisabledReason,
            CreatedBy = current.CreatedBy,
            CreatedAt = current.CreatedAt,
            UpdatedBy = by,
            UpdatedAt = now,
        };
        return Checked(changed);
    }

    private static Result<Toggle> Checked(Toggle toggle)
        => ToggleValidation.Check(toggle) is { Count: > 0 } errors ? Result.Failure<Toggle>(errors) : toggle;
}
