using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Grains.Audit;

namespace FinancialFirewall.Grains.Users;

/// <summary>What is kept of a tenant's users.</summary>
public sealed record UsersState : IAudited
{
    /// <summary>The users, in the order in which they were invited.</summary>
    public IReadOnlyList<TenantUser> Users { get; init; } = [];

    /// <summary>The link that makes somebody an owner, where one was made and not taken up.</summary>
    public OneTimeLink? SetUp { get; init; }

    /// <inheritdoc/>
    AuditNote? IAudited.Change => Change;

    /// <summary>What the change to this state is about; not kept in it.</summary>
    internal AuditNote? Change { get; init; }
}
