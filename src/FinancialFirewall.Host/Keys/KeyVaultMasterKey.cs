using Azure;
using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Host.Keys;

/// <summary>
/// Master keys as the versions of one secret in Azure Key Vault, each in the text of <see cref="MasterKeySet.Parse"/>. The newest enabled version is the
/// current key; earlier ones are read where the caller may list them. They are read at the start and whenever keys are rotated, never in between.
/// </summary>
/// <param name="secret">The secret: <c>https://VAULT.vault.azure.net/secrets/NAME</c>.</param>
/// <param name="client">Speaks to the vault.</param>
internal sealed class KeyVaultMasterKey(KeyVaultSecretAddress secret, SecretClient client) : IMasterKeySource
{
    private const int Forbidden = 403;
    private const int NotFound = 404;

    /// <summary>Signs in as Azure.Identity finds it: environment, workload identity, managed identity, Azure CLI.</summary>
    public KeyVaultMasterKey(KeyVaultSecretAddress secret)
        : this(secret, new SecretClient(secret.Vault, new DefaultAzureCredential()))
    {
    }

    /// <inheritdoc/>
    public string Description => $"the secret '{secret.Name}' of {secret.Vault}";

    /// <inheritdoc/>
    /// <remarks>Refusals: <c>MASTER_KEY_MISSING</c>, <c>MASTER_KEY_INVALID</c>, <c>MASTER_KEY_UNREACHABLE</c>.</remarks>
    public async ValueTask<Result<MasterKeySet>> LoadAsync(bool isNewDirectory, CancellationToken cancellationToken = default)
    {
        try
        {
            KeyVaultSecret current = await client.GetSecretAsync(secret.Name, cancellationToken: cancellationToken);
            var texts = new List<string> { current.Value };
            foreach (var version in await ListEarlierAsync(current.Properties.Version, cancellationToken))
            {
                texts.Add((await client.GetSecretAsync(secret.Name, version, cancellationToken: cancellationToken)).Value.Value);
            }

            return MasterKeySet.Parse(string.Join('\n', texts), Description);
        }
        catch (RequestFailedException failed) when (failed.Status == NotFound)
        {
            return KeyErrors.Missing(Description, $"Make one with: az keyvault secret set --vault-name VAULT --name {secret.Name} --value \"$(openssl rand -base64 32)\"");
        }
        catch (Exception exception) when (exception is RequestFailedException or AuthenticationFailedException)
        {
            return KeyErrors.Unreachable(Description, exception.Message.ReplaceLineEndings(" "));
        }
    }

    /// <summary>The enabled versions before the current one, newest first; none where listing is not allowed.</summary>
    private async Task<List<string>> ListEarlierAsync(string currentVersion, CancellationToken cancellationToken)
    {
        var found = new List<SecretProperties>();
        try
        {
            await foreach (var version in client.GetPropertiesOfSecretVersionsAsync(secret.Name, cancellationToken))
            {
                if (version.Enabled != false && !string.Equals(version.Version, currentVersion, StringComparison.Ordinal))
                {
                    found.Add(version);
                }
            }
        }
        catch (RequestFailedException failed) when (failed.Status == Forbidden)
        {
            found.Clear();
        }

        return [.. found.OrderByDescending(version => version.CreatedOn).Take(MasterKeySet.MaximumCount - 1).Select(version => version.Version)];
    }
}
