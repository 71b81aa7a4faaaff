using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Host.Keys;

/// <summary>Replaces keys.</summary>
internal static class KeyRotation
{
    /// <summary>Does what a request asks for.</summary>
    /// <returns>What was done, in words, a line each; or why it was not.</returns>
    public static async ValueTask<Result<string>> RunAsync(Keyring keyring, KeyRotationRequest request, CancellationToken cancellationToken)
        => request.Master ? await RotateMasterAsync(keyring, cancellationToken) : await RotateTenantsAsync(keyring, request, cancellationToken);

    private static async ValueTask<Result<string>> RotateMasterAsync(Keyring keyring, CancellationToken cancellationToken)
    {
        var rotated = await keyring.RotateMasterAsync(cancellationToken);
        if (!rotated.IsSuccess)
        {
            return Result.Failure<string>(rotated.Errors);
        }

        return rotated.Value
            ? $"Master key {keyring.MasterKeyId} is in force. It wraps a new root key, and that the keys of all tenants."
            : $"Master key {keyring.MasterKeyId} is in force.";
    }

    private static async ValueTask<Result<string>> RotateTenantsAsync(Keyring keyring, KeyRotationRequest request, CancellationToken cancellationToken)
    {
        var tenants = request.Tenant is { } one ? [one] : keyring.List().Where(key => key.IsCurrent).Select(key => key.Tenant).ToList();
        var done = new List<string>();
        foreach (var tenant in tenants)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rotated = await keyring.RotateTenantAsync(tenant);
            if (!rotated.IsSuccess)
            {
                return Result.Failure<string>(rotated.Errors);
            }

            done.Add(string.Create(CultureInfo.InvariantCulture, $"Key {rotated.Value} of '{tenant}' seals from now on."));
        }

        return done.Count == 0 ? "There are no tenants yet." : string.Join('\n', done);
    }
}
