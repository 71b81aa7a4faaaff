using System.Diagnostics.CodeAnalysis;

namespace FinancialFirewall.Host.Keys;

/// <summary>Where a secret is in Azure Key Vault.</summary>
/// <param name="Vault">The vault.</param>
/// <param name="Name">The secret's name in it.</param>
internal sealed record KeyVaultSecretAddress(Uri Vault, string Name)
{
    /// <summary>Takes a secret's address apart: <c>https://HOST/secrets/NAME</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out KeyVaultSecretAddress? address)
    {
        address = Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && string.Equals(uri.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)
            && uri.Segments is [_, "secrets/", var name]
            && name.TrimEnd('/').Length > 0
            ? new KeyVaultSecretAddress(new Uri(uri.GetLeftPart(UriPartial.Authority)), name.TrimEnd('/'))
            : null;
        return address is not null;
    }
}
