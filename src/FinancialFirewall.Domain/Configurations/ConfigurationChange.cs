using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Configurations;

/// <summary>Changes of a configuration that exists, and the making of one that does not.</summary>
public static class ConfigurationChange
{
    /// <summary>Makes a new configuration of what a caller sent, which gets its id and its times.</summary>
    /// <returns>The configuration; or <c>SECRET_MASKED</c>, where a mask stands for a secret that nobody knows.</returns>
    public static Result<RiskConfiguration> Create(RiskConfiguration sent, Guid id, Instant now)
    {
        ArgumentNullException.ThrowIfNull(sent);
        return ConfigurationSecrets.Restore(sent with { Id = id, CreatedAt = now, UpdatedAt = now }, present: null);
    }

    /// <summary>
    /// Replaces a configuration by what a caller sent: the id, the author and the creation time stay, and so does every secret for which its mask was sent back.
    /// </summary>
    /// <returns>The configuration; or <c>SECRET_MASKED</c>, where the engine's host is another one, or there was no such secret.</returns>
    public static Result<RiskConfiguration> Replace(RiskConfiguration current, RiskConfiguration sent, Instant now)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(sent);
        var changed = sent with { Id = current.Id, CreatedBy = current.CreatedBy, CreatedAt = current.CreatedAt, UpdatedAt = now };
        return ConfigurationSecrets.Restore(changed, current);
    }
}
