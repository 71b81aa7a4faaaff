using System.Globalization;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Grains.Publishing;

/// <summary>How a published policy stands in the audit log.</summary>
internal static class PolicyNotes
{
    /// <summary>What to note of a change.</summary>
    /// <param name="note">What whoever made it says; null for a whole file.</param>
    /// <param name="version">The number that it gets.</param>
    /// <param name="before">What is in force; null before the first.</param>
    /// <param name="next">What is to be in force.</param>
    public static AuditNote Of(AuditNote? note, int version, PolicyDocument? before, PolicyDocument next)
    {
        note ??= new AuditNote("POLICY_PUBLISHED", string.Create(CultureInfo.InvariantCulture, $"policy/{version}"))
        {
            Before = before is null ? default : PolicyDocumentWriter.Write(before, DocumentForm.Answer),
            After = PolicyDocumentWriter.Write(next, DocumentForm.Answer),
        };
        var disabling = before is null ? [] : before.Toggles.Where(Disables).Select(ToggleDocument.TagOf).ToHashSet(StringComparer.Ordinal);
        return next.Toggles.Any(toggle => Disables(toggle) && !disabling.Contains(ToggleDocument.TagOf(toggle)))
            ? note with { SecurityEvent = AuditEvents.TenantChecksDisabled }
            : note;
    }

    private static bool Disables(Toggle toggle) => toggle is { Level: ToggleLevel.Tenant, IsEnabled: false, IsActive: true };
}
