namespace FinancialFirewall.Domain.Audit;

/// <summary>What happened, as it is noted in an audit log.</summary>
/// <param name="Action">What was done, in UPPER_SNAKE_CASE, such as <c>API_KEY_REVOKED</c>.</param>
/// <param name="Target">What it was done to: a kind, a slash and an id, such as <c>key/0123456789abcdef</c>.</param>
public sealed record AuditNote(string Action, string Target)
{
    /// <summary>The longest text of an entry, in characters; what is longer is cut.</summary>
    public const int MaximumTextLength = 500;

    /// <summary>The code of the refusal; empty where it was done.</summary>
    public string Refusal { get; init; } = "";

    /// <summary>Why, or what else is worth knowing; empty for nothing.</summary>
    public string Remark { get; init; } = "";

    /// <summary>What it was before, as a JSON document; empty where there was nothing.</summary>
    public ReadOnlyMemory<byte> Before { get; init; }

    /// <summary>What it is now, as a JSON document; empty where there is nothing.</summary>
    public ReadOnlyMemory<byte> After { get; init; }

    /// <summary>How many refusals before this one were counted and not noted.</summary>
    public int Suppressed { get; init; }

    /// <summary>What somebody has to look at: <see cref="AuditEvents"/>; empty for nothing out of the ordinary.</summary>
    public string SecurityEvent { get; init; } = "";
}
