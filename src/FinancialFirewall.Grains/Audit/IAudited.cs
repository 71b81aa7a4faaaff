using FinancialFirewall.Domain.Audit;

namespace FinancialFirewall.Grains.Audit;

/// <summary>A grain's state that says what its change is about, so that both are kept in one commit.</summary>
internal interface IAudited
{
    /// <summary>What the change is about; null for one that is nobody's act and is not noted.</summary>
    AuditNote? Change { get; }
}
