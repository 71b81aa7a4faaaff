using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Policies;

/// <summary>Finds thresholds that are set and can never decide; a default that cannot was nobody's wish.</summary>
internal static class ThresholdChecks
{
    private const string Code = "THRESHOLD_NEVER_DECIDES";

    public static IEnumerable<PolicyWarning> Check(ReadConfiguration configuration, Score highest, string pointer)
    {
        if (configuration.Source.Thresholds is not { } set)
        {
            yield break;
        }

        var scale = ThresholdScale.Of(set);
        (string Name, Score? Value, bool IsSet)[] severe =
        [
            ("rejectThreshold", scale.Reject, set.RejectThreshold is not null),
            ("escalateThreshold", scale.Escalate, set.EscalateThreshold is not null),
            ("holdThreshold", scale.Hold, set.HoldThreshold is not null),
            ("manualReviewThreshold", scale.ManualReview, set.ManualReviewThreshold is not null),
        ];
        for (var i = 0; i < severe.Length; i++)
        {
            var (name, value, isSet) = severe[i];
            var hiding = severe.Take(i).FirstOrDefault(other => other.Value <= value);
            if (isSet && Reason(name, value!.Value, hiding.Name, hiding.Value, highest, configuration) is { } reason)
            {
                yield return new(Code, JsonPointer.Member(pointer, name), reason);
            }
        }

        if (set.ApproveThreshold is not null && ReasonOfApproval(configuration, severe) is { } why)
        {
            yield return new(Code, JsonPointer.Member(pointer, "approveThreshold"), why);
        }
    }

    private static string? Reason(string name, Score value, string? hiding, Score? hidingValue, Score highest, ReadConfiguration configuration)
        => configuration.Criteria.Count > 0 ? Replaced(name)
        : hiding is not null ? $"{name} {value} never decides: {hiding} {hidingValue} is reached no later, and is more severe."
        : value > highest ? $"{name} {value} never decides: no payment scores above {highest}."
        : null;

    private static string? ReasonOfApproval(ReadConfiguration configuration, IEnumerable<(string Name, Score? Value, bool IsSet)> severe)
        => configuration.Criteria.Count > 0 ? Replaced("approveThreshold")
        : severe.FirstOrDefault(static other => other.Value?.TenThousandths == 0).Name is { } hiding
            ? $"approveThreshold never decides: every score reaches {hiding} 0.0000."
            : null;

    private static string Replaced(string name) => $"{name} never decides: the configuration has decisionCriteria, which decide instead.";
}
