using System.Text;

namespace FinancialFirewall.Benchmarks.Clients;

/// <summary>Counts answers, one a line, as they arrive.</summary>
internal sealed class AnswerTally
{
    private const int ShownBytes = 300;
    private const int UsualBytes = 1 << 20;

    private byte[] waiting = new byte[UsualBytes];
    private int length;

    /// <summary>Payments that were decided now.</summary>
    public long Decided { get; private set; }

    /// <summary>Answers of any other kind.</summary>
    public long Others { get; private set; }

    /// <summary>The first of those.</summary>
    public string Sample { get; private set; } = "";

    /// <summary>Adds what arrived; the end of a line may be missing still.</summary>
    public void Add(ReadOnlySpan<byte> piece)
    {
        if (waiting.Length - length < piece.Length)
        {
            Array.Resize(ref waiting, Math.Max(waiting.Length * 2, length + piece.Length));
        }

        piece.CopyTo(waiting.AsSpan(length));
        length += piece.Length;
        var rest = waiting.AsSpan(0, length);
        for (var end = rest.IndexOf((byte)'\n'); end >= 0; end = rest.IndexOf((byte)'\n'))
        {
            Count(rest[..end]);
            rest = rest[(end + 1)..];
        }

        rest.CopyTo(waiting);
        length = rest.Length;
    }

    private void Count(ReadOnlySpan<byte> line)
    {
        if (line.IndexOf("\"decision\":"u8) >= 0 && line.IndexOf("\"duplicate\":true"u8) < 0)
        {
            Decided++;
            return;
        }

        Sample = Others++ == 0 ? Encoding.UTF8.GetString(line[..Math.Min(line.Length, ShownBytes)]) : Sample;
    }
}
