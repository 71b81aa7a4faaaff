using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Configurations;

/// <summary>What is wrong with requests about configurations.</summary>
internal static class ConfigurationRequestErrors
{
    public static Error Unknown(Guid id)
        => new(ErrorKind.NotFound, "CONFIGURATION_UNKNOWN", "id", id.ToString("D"), "There is no configuration with this id.");
}
