using System.Security.Cryptography;

namespace FinancialFirewall.Host.Mailboxes;

/// <summary>What the command line asks for.</summary>
/// <param name="Id">Tells this request from any other: its answer carries the same.</param>
/// <param name="Text">What is asked for, in one line.</param>
internal sealed record MailboxRequest(string Id, string Text)
{
    private const int IdLength = 16;

    /// <summary>A request of its own.</summary>
    public static MailboxRequest New(string text) => new(RandomNumberGenerator.GetHexString(IdLength, lowercase: true), text);

    /// <summary>The request as two lines of text.</summary>
    public string ToText() => $"{Id}\n{Text}\n";

    /// <summary>Reads what <see cref="ToText"/> wrote; null for anything else.</summary>
    public static MailboxRequest? TryParse(string text) => text.Split('\n') is [{ Length: > 0 } id, { Length: > 0 } line, ""] ? new(id, line) : null;
}
