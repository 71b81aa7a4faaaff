using System.Text;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.Formats;

/// <summary>A tenant's name as it stands in persisted headers: ASCII, filled up with zeros to <see cref="TenantId.MaximumLength"/> bytes.</summary>
internal static class TenantName
{
    /// <summary>Writes <paramref name="tenant"/> and clears what is left.</summary>
    public static void Write(TenantId tenant, Span<byte> field)
    {
        field.Clear();
        Encoding.ASCII.GetBytes(tenant.Name, field);
    }

    /// <summary>Reads a tenant; <see langword="null"/> where the bytes are not one.</summary>
    public static TenantId? Read(ReadOnlySpan<byte> field)
    {
        var name = Encoding.ASCII.GetString(field.TrimEnd((byte)0));
        return TenantId.IsValid(name) ? new TenantId(name) : null;
    }
}
