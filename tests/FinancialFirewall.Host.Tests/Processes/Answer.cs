using System.Text.Json;

namespace FinancialFirewall.Host.Tests.Processes;

/// <summary>A brief answer as a client compares it: all of it but whether it was given before.</summary>
internal sealed record Answer(string Id, string Reference, string Decision, string Score, string Level, string Factors)
{
    /// <summary>Reads an answer.</summary>
    /// <returns>The answer, and whether it says that it was given before.</returns>
    public static (Answer Answer, bool IsDuplicate) Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.TryGetProperty("errors", out _))
        {
            throw new InvalidOperationException($"This is no answer: {json}");
        }

        var answer = new Answer(
            root.GetProperty("id").GetString()!,
            root.GetProperty("transactionReference").GetString()!,
            root.GetProperty("decision").GetString()!,
            root.GetProperty("riskScore").GetRawText(),
            root.GetProperty("riskLevel").GetString()!,
            root.GetProperty("riskFactors").GetRawText());
        return (answer, root.TryGetProperty("duplicate", out var duplicate) && duplicate.GetBoolean());
    }
}
