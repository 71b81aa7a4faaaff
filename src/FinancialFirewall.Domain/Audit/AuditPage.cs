using System.Text;

namespace FinancialFirewall.Domain.Audit;

/// <summary>
/// Entries as they are kept together: a line each, its hash in 64 hexadecimal digits, a blank, and its canonical text. Page <c>n</c> has the entries
/// <c>(n - 1) * <see cref="Capacity"/> + 1</c> and on.
/// </summary>
public static class AuditPage
{
    /// <summary>How many entries a page has, but the last one, which may have fewer. Never changes.</summary>
    public const int Capacity = 64;

    private const int HashLength = 64;

    /// <summary>The page that an entry is on.</summary>
    public static int NumberOf(long sequence) => (int)((sequence - 1) / Capacity) + 1;

    /// <summary>The first entry of a page.</summary>
    public static long FirstSequenceOf(int page) => ((page - 1L) * Capacity) + 1;

    /// <summary>A page with one more entry.</summary>
    public static byte[] Append(ReadOnlySpan<byte> page, AuditRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var appended = new byte[page.Length + HashLength + 2 + record.Canonical.Length];
        page.CopyTo(appended);
        var at = page.Length + Encoding.ASCII.GetBytes(record.Hash, appended.AsSpan(page.Length));
        appended[at++] = (byte)' ';
        record.Canonical.Span.CopyTo(appended.AsSpan(at));
        appended[^1] = (byte)'\n';
        return appended;
    }

    /// <summary>The entries of a page, in order; what is no entry any more is one without a hash.</summary>
    public static IReadOnlyList<AuditRecord> Read(ReadOnlyMemory<byte> page)
    {
        var records = new List<AuditRecord>(Capacity);
        while (!page.IsEmpty)
        {
            var end = page.Span.IndexOf((byte)'\n');
            var line = end < 0 ? page : page[..end];
            page = end < 0 ? default : page[(end + 1)..];
            var isEntry = end >= 0 && line.Length > HashLength && line.Span[HashLength] == ' ';
            records.Add(isEntry ? new AuditRecord(Encoding.ASCII.GetString(line.Span[..HashLength]), line[(HashLength + 1)..]) : new AuditRecord("", line));
        }

        return records;
    }
}
