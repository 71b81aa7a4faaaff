using System.Buffers;
using System.Text;
using FinancialFirewall.Domain.Audit;

namespace FinancialFirewall.Gateway.Audit;

/// <summary>An entry as it is answered: its canonical text, byte for byte, with its hash as one more member at the end.</summary>
internal static class AuditLine
{
    /// <summary>Writes an entry.</summary>
    public static void Write(IBufferWriter<byte> output, AuditRecord record)
    {
        output.Write(record.Canonical.Span[..^1]);
        output.Write(Encoding.ASCII.GetBytes($",\"hash\":\"{record.Hash}\"}}"));
    }
}
