using System.Globalization;
using System.Text;

namespace FinancialFirewall.Domain.Audit;

/// <summary>Where a tenant's log ends, so that entries that were cut off at the end are missed.</summary>
/// <param name="Sequence">The last entry; 0 before the first.</param>
/// <param name="Hash">Its hash.</param>
public sealed record AuditHead(long Sequence, string Hash)
{
    /// <summary>The name of the states that have a tenant's log.</summary>
    public const string StateName = "audit";

    /// <summary>The key of the state that has the head.</summary>
    public const string StateKey = "head";

    /// <summary>Before the first entry.</summary>
    public static AuditHead Beginning { get; } = new(0, AuditChain.Beginning);

    /// <summary>The key of the state that has a page: its number in nine digits.</summary>
    public static string PageKey(int page) => page.ToString("D9", CultureInfo.InvariantCulture);

    /// <summary>As it is kept: the number, a blank, the hash.</summary>
    public byte[] Write() => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Sequence} {Hash}"));

    /// <summary>Reads what is kept; null where it is no head.</summary>
    public static AuditHead? Read(ReadOnlySpan<byte> bytes)
    {
        var parts = Encoding.ASCII.GetString(bytes).Split(' ');
        return parts.Length == 2 && parts[1].Length == AuditChain.Beginning.Length
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? new AuditHead(sequence, parts[1]) : null;
    }
}
