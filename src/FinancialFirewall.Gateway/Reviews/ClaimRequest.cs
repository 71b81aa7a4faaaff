namespace FinancialFirewall.Gateway.Reviews;

/// <summary>Who has an assessment from now on, and for how long.</summary>
internal sealed record ClaimRequest
{
    /// <summary>Who, as the audit log names actors: a kind, a slash and an id. Only where it is given to somebody.</summary>
    public string? Assignee { get; init; }

    /// <summary>For how many minutes.</summary>
    public int? Minutes { get; init; }

    /// <summary>Why, for people.</summary>
    public string? Reason { get; init; }
}
