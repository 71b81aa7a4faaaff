using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Toggles;

/// <summary>Why a toggle is refused. Members are JSON pointers below the place of the toggle.</summary>
public static class ToggleErrors
{
    /// <summary>A window that ends before it starts, or as it starts.</summary>
    public static Error WindowReversed(string pointer, Instant from, Instant until)
        => Invalid("WINDOW_REVERSED", $"{pointer}/effectiveUntil", until.ToString(), $"'effectiveUntil' must be after 'effectiveFrom' ({from}).");

    /// <summary>A priority below 1.</summary>
    public static Error PriorityTooLow(string pointer, int priority)
        => Invalid(
            "PRIORITY_TOO_LOW", $"{pointer}/priority", priority.ToString(CultureInfo.InvariantCulture), "'priority' is at least 1; the lowest number wins.");

    /// <summary>A member that is named without the one above it.</summary>
    public static Error HierarchyBroken(string pointer, string member, string value, string missing)
        => Invalid("HIERARCHY_BROKEN", $"{pointer}/{member}", value, $"'{member}' needs '{missing}': name the one above it too.");

    /// <summary>Reasons for both states.</summary>
    public static Error BothReasons(string pointer, string value)
        => Invalid(
            "BOTH_REASONS", $"{pointer}/disabledReason", value, "State 'enabledReason' for an enabled toggle or 'disabledReason' for a disabled one, not both.");

    /// <summary>The reason of the state that the toggle is not in.</summary>
    public static Error ReasonMisplaced(string pointer, string member, string value, bool isEnabled)
    {
        var right = isEnabled ? "enabledReason" : "disabledReason";
        var state = isEnabled ? "enabled" : "disabled";
        return Invalid("REASON_MISPLACED", $"{pointer}/{member}", value, $"The toggle is {state}: its reason is '{right}'.");
    }

    /// <summary>A text that is too long.</summary>
    public static Error TooLong(string pointer, string member, string value, int maximum)
        => Invalid("TEXT_TOO_LONG", $"{pointer}/{member}", value, $"'{member}' has {value.Length:N0} characters; at most {maximum:N0} are accepted.");

    private static Error Invalid(string code, string member, string value, string message) => new(ErrorKind.Invalid, code, member, value, message);
}
