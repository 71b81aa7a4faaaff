using System.Globalization;
using System.Text.Json.Nodes;

namespace FinancialFirewall.Simulation.Histories;

/// <summary>What the firewall said of a payment: its first decision, which never changes, and what happened since, which only grows.</summary>
internal sealed class Answer
{
    /// <summary>What a follow-up changes, beside the decision and its own members.</summary>
    private static readonly string[] Later =
    [
        "status", "expiresAt", "retryCount", "updatedAt", "duplicate", "reviewedBy", "reviewedAt", "reviewReason", "outcomes", "followUps",
    ];

    public Answer(JsonObject json)
    {
        IsDuplicate = (bool)json["duplicate"]!;
        Id = (string)json["assessmentId"]!;
        Reference = (string)json["transactionReference"]!;
        Decision = (string)json["initialDecision"]!;
        DecisionNow = (string)json["decision"]!;
        Version = (int)json["policyVersion"]!;
        AssessedAt = DateTimeOffset.Parse((string)json["assessedAt"]!, CultureInfo.InvariantCulture);
        FollowUps = [.. (json["followUps"] as JsonArray ?? []).Select(static followUp => followUp!.ToJsonString())];
        json["decision"] = Decision;
        foreach (var member in Later)
        {
            json.Remove(member);
        }

        Text = json.ToJsonString();
    }

    /// <summary>Whether the reference was assessed before.</summary>
    public bool IsDuplicate { get; }

    /// <summary>The whole answer, but for what may happen later and for whether it is a duplicate: the same for ever.</summary>
    public string Text { get; }

    public string Id { get; }

    public string Reference { get; }

    /// <summary>The first decision.</summary>
    public string Decision { get; }

    /// <summary>The decision that it had when it was asked for.</summary>
    public string DecisionNow { get; }

    /// <summary>What had happened to it by then, in order.</summary>
    public IReadOnlyList<string> FollowUps { get; }

    public DateTimeOffset AssessedAt { get; }

    /// <summary>The policy version that decided.</summary>
    public int Version { get; }

    /// <summary>Whether another answer about the same assessment, given earlier, agrees: nothing that had happened is missing or another one.</summary>
    public bool Continues(Answer earlier) => earlier.FollowUps.Count <= FollowUps.Count && earlier.FollowUps.SequenceEqual(FollowUps.Take(earlier.FollowUps.Count), StringComparer.Ordinal);
}
