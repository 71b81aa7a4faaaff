using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Host.Keys;

/// <summary>Master keys in an environment variable, in the text of <see cref="MasterKeySet.Parse"/>, separated by commas.</summary>
internal sealed class EnvironmentMasterKey : IMasterKeySource
{
    /// <summary>The name of the variable.</summary>
    public const string Variable = "FIREWALL_MASTER_KEY";

    /// <summary>Whether the variable is set.</summary>
    public static bool IsSet => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    /// <inheritdoc/>
    public string Description => $"the environment variable {Variable}";

    /// <inheritdoc/>
    public ValueTask<Result<MasterKeySet>> LoadAsync(bool isNewDirectory, CancellationToken cancellationToken = default)
        => new(MasterKeySet.Parse(Environment.GetEnvironmentVariable(Variable), Description));
}
