using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Grains.Audit;

namespace FinancialFirewall.Grains.Users;

/// <summary>What is kept of who is signed in.</summary>
public sealed record SessionsState : IAudited
{
    /// <summary>The sessions, oldest first.</summary>
    public IReadOnlyList<TenantSession> Sessions { get; init; } = [];

    /// <inheritdoc/>
    AuditNote? IAudited.Change => Change;

    /// <summary>What the change to this state is about; not kept in it.</summary>
    internal AuditNote? Change { get; init; }
}
