namespace FinancialFirewall.Domain.Configurations;

/// <summary>Rules about the device.</summary>
public sealed record DeviceRules
{
    /// <summary>The most user agents.</summary>
    public const int MaximumUserAgents = 1_000;

    /// <summary>Whether it counts that the account never used this device and has used some other one.</summary>
    public bool? NewDeviceRisk { get; init; }

    /// <summary>Parts of user agents, case ignored; null where not given.</summary>
    public IReadOnlyList<string>? SuspiciousUserAgents { get; init; }
}
