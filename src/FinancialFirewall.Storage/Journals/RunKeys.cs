using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Storage.Journals;

/// <summary>What opens the runs of one tenant in one file.</summary>
/// <param name="Keys">All keys.</param>
/// <param name="Tenant">The tenant.</param>
/// <param name="Salt">The salt of the file.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RunKeys(PurposeKeys Keys, TenantId Tenant, ulong Salt)
{
    /// <inheritdoc cref="RunHeader.Open"/>
    public string? Open(in RunHeader header, ReadOnlySpan<byte> run, Span<byte> body) => Keys.Find(Tenant, header.KeyNumber) is { } cipher
        ? header.Open(run, body, cipher, Salt)
        : NoKey(Tenant, header.KeyNumber);

    /// <summary>Says that a key is missing.</summary>
    public static string NoKey(TenantId tenant, uint keyNumber) => $"it is sealed by key {keyNumber} of '{tenant}', which the directory does not have.";
}
