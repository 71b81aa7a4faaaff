using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Grains.Toggles;

/// <summary>How changes of toggles stand in the audit log.</summary>
internal static class ToggleNotes
{
    public static AuditNote Created(Toggle toggle) => new("TOGGLE_CREATED", TargetOf(toggle)) { After = Write(toggle) };

    public static AuditNote Changed(Toggle before, Toggle after) => new("TOGGLE_CHANGED", TargetOf(after)) { Before = Write(before), After = Write(after) };

    public static AuditNote Deleted(Toggle toggle) => new("TOGGLE_DELETED", TargetOf(toggle)) { Before = Write(toggle) };

    /// <summary>The check was switched on or off for a context.</summary>
    public static AuditNote Switched(Toggle? before, Toggle after) => new(after.IsEnabled ? "TOGGLE_ENABLED" : "TOGGLE_DISABLED", TargetOf(after))
    {
        Remark = (after.IsEnabled ? after.EnabledReason : after.DisabledReason) ?? "",
        Before = before is null ? default : Write(before),
        After = Write(after),
    };

    private static string TargetOf(Toggle toggle) => $"toggle/{toggle.Id:D}";

    private static byte[] Write(Toggle toggle) => ToggleDocument.Write(toggle, DocumentForm.Answer);
}
