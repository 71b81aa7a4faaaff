using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Documents;

namespace FinancialFirewall.Grains.Configurations;

/// <summary>How changes of configurations stand in the audit log: without their secrets.</summary>
internal static class ConfigurationNotes
{
    public static AuditNote Created(RiskConfiguration one) => new("CONFIGURATION_CREATED", TargetOf(one)) { After = Write(one) };

    public static AuditNote Changed(RiskConfiguration before, RiskConfiguration after)
        => new("CONFIGURATION_CHANGED", TargetOf(after)) { Before = Write(before), After = Write(after) };

    public static AuditNote Deleted(RiskConfiguration one) => new("CONFIGURATION_DELETED", TargetOf(one)) { Before = Write(one) };

    private static string TargetOf(RiskConfiguration one) => $"configuration/{one.Id:D}";

    private static byte[] Write(RiskConfiguration one) => RiskConfigurationDocument.Write(one, DocumentForm.Answer);
}
