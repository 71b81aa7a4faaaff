using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Toggles;

/// <summary>What a toggle must fulfil, wherever it comes from.</summary>
public static class ToggleValidation
{
    /// <summary>Everything that is wrong with a toggle; empty when nothing is.</summary>
    /// <param name="toggle">The toggle.</param>
    /// <param name="pointer">Where it stands in its document.</param>
    public static IReadOnlyList<Error> Check(Toggle toggle, string pointer = "")
    {
        ArgumentNullException.ThrowIfNull(toggle);
        var errors = new List<Error>();
        CheckHierarchy(toggle, pointer, errors);
        CheckReasons(toggle, pointer, errors);
        if (toggle.EffectiveFrom is { } from && toggle.EffectiveUntil is { } until && until <= from)
        {
            errors.Add(ToggleErrors.WindowReversed(pointer, from, until));
        }

        if (toggle.Priority < 1)
        {
            errors.Add(ToggleErrors.PriorityTooLow(pointer, toggle.Priority));
        }

        return errors;
    }

    private static void CheckHierarchy(Toggle toggle, string pointer, List<Error> errors)
    {
        if (toggle is { LocalInstrumentationCode: { } instrument, PaymentType: null })
        {
            errors.Add(ToggleErrors.HierarchyBroken(pointer, "localInstrumentationCode", instrument, "paymentType"));
        }

        if (toggle is { ClearingSystemCode: { } system, LocalInstrumentationCode: null })
        {
            errors.Add(ToggleErrors.HierarchyBroken(pointer, "clearingSystemCode", system, "localInstrumentationCode"));
        }
    }

    private static void CheckReasons(Toggle toggle, string pointer, List<Error> errors)
    {
        switch (toggle)
        {
            case { EnabledReason: not null, DisabledReason: { } second }:
                errors.Add(ToggleErrors.BothReasons(pointer, second));
                break;
            case { IsEnabled: true, DisabledReason: { } reason }:
                errors.Add(ToggleErrors.ReasonMisplaced(pointer, "disabledReason", reason, isEnabled: true));
                break;
            case { IsEnabled: false, EnabledReason: { } reason }:
                errors.Add(ToggleErrors.ReasonMisplaced(pointer, "enabledReason", reason, isEnabled: false));
                break;
        }

        if (toggle.Reason is { Length: > Toggle.MaximumReasonLength } tooLong)
        {
            errors.Add(ToggleErrors.TooLong(pointer, toggle.IsEnabled ? "enabledReason" : "disabledReason", tooLong, Toggle.MaximumReasonLength));
        }
    }
}
