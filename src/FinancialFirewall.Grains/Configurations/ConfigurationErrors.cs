using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Grains.Configurations;

/// <summary>The refusals of changes of configurations beside those of configurations themselves.</summary>
internal static class ConfigurationErrors
{
    /// <summary>There is no such configuration.</summary>
    public static Error Unknown(Guid id) => new(
        ErrorKind.NotFound, "CONFIGURATION_UNKNOWN", "id", id.ToString("D"), "There is no configuration with this id.");

    /// <summary>Somebody else changed the configuration since the caller read it.</summary>
    public static Error Changed(string tag) => new(
        ErrorKind.Conflict, "CONFIGURATION_CHANGED", "If-Match", tag, "The configuration was changed since: read it again and apply the change to it.");

    /// <summary>There is no room for another one.</summary>
    public static Error TooMany(int maximum) => new(
        ErrorKind.Conflict, "CONFIGURATIONS_EXHAUSTED", "", "", $"A policy has at most {maximum:N0} configurations: delete one first.");
}
