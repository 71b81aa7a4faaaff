using System.Text;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Storage.Replication;

/// <summary>What a site answers: how it is, and what was asked for or why not. As bytes it is two lines and the content behind them.</summary>
/// <param name="Report">How the site is.</param>
/// <param name="Refusal">Why there is no content; <see langword="null"/> where it was done.</param>
/// <param name="Content">What was asked for.</param>
internal sealed record SiteReply(SiteReport Report, Error? Refusal, ReadOnlyMemory<byte> Content)
{
    private const string Done = "done";
    private const int MaximumLine = 8 * 1024;

    /// <summary>The reply as bytes.</summary>
    public byte[] ToBytes()
    {
        var second = Refusal is null ? Done : string.Join('\t', Refusal.Kind.ToString(), Refusal.Code, Refusal.Member, Refusal.Value, Refusal.Message);
        var head = Encoding.UTF8.GetBytes($"{Report}\n{second}\n");
        var bytes = new byte[head.Length + Content.Length];
        head.CopyTo(bytes, 0);
        Content.CopyTo(bytes.AsMemory(head.Length));
        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="IOException">It is something else: whoever answered speaks another language.</exception>
    public static SiteReply Parse(ReadOnlyMemory<byte> bytes)
    {
        var rest = bytes;
        return SiteReport.TryParse(TakeLine(ref rest)) is { } report && TakeLine(ref rest) is var second && TryParseRefusal(second, out var refusal)
            ? new SiteReply(report, refusal, rest)
            : throw new IOException("The other site answered with something that is no reply: is it of the same version?");
    }

    private static string TakeLine(ref ReadOnlyMemory<byte> rest)
    {
        var end = rest.Span[..Math.Min(rest.Length, MaximumLine)].IndexOf((byte)'\n');
        if (end < 0)
        {
            return "";
        }

        var line = Encoding.UTF8.GetString(rest.Span[..end]);
        rest = rest[(end + 1)..];
        return line;
    }

    private static bool TryParseRefusal(string line, out Error? refusal)
    {
        refusal = line.Split('\t') is [var kind, var code, var member, var value, var message] && Enum.TryParse<ErrorKind>(kind, out var known)
            ? new Error(known, code, member, value, message)
            : null;
        return refusal is not null || string.Equals(line, Done, StringComparison.Ordinal);
    }
}
