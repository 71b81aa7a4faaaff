using System.Globalization;
using System.Text.Json.Nodes;

namespace FinancialFirewall.Simulation.Histories;

/// <summary>What the firewall said of a payment: the whole answer as it was sent.</summary>
internal sealed class Answer
{
    public Answer(JsonObject json)
    {
        IsDuplicate = (bool)json["duplicate"]!;
        json["duplicate"] = false;
        Text = json.ToJsonString();
        Id = (string)json["assessmentId"]!;
        Reference = (string)json["transactionReference"]!;
        Decision = (string)json["decision"]!;
        Version = (int)json["policyVersion"]!;
        AssessedAt = DateTimeOffset.Parse((string)json["assessedAt"]!, CultureInfo.InvariantCulture);
    }

    /// <summary>Whether the reference was assessed before.</summary>
    public bool IsDuplicate { get; }

    /// <summary>The whole answer, but for whether it is a duplicate: the same for ever.</summary>
    public string Text { get; }

    public string Id { get; }

    public string Reference { get; }

    public string Decision { get; }

    public DateTimeOffset AssessedAt { get; }

    /// <summary>The policy version that decided.</summary>
    public int Version { get; }
}
