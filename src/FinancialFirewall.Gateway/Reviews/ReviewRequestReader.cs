using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Reviews;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Reviews;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Reviews;

/// <summary>Reads what requests about assessments have in common: who, the idempotency key, decisions, and texts for people.</summary>
internal static class ReviewRequestReader
{
    /// <summary>The longest reason or note, in characters.</summary>
    public const int MaximumTextLength = 1_000;

    /// <summary>The longest idempotency key, in characters.</summary>
    public const int MaximumKeyLength = 200;

    private const string KeyHeader = "Idempotency-Key";

    /// <summary>What an idempotency key is.</summary>
    public static string KeyForm => FormattableString.Invariant($"in at most {MaximumKeyLength} printable characters of ASCII");

    /// <summary>Whether a text is an idempotency key, or empty.</summary>
    public static bool IsKey(string text) => text.Length <= MaximumKeyLength && text.All(static one => one is >= ' ' and <= '~');

    /// <summary>A follow-up of the caller; what is wrong with it is added to <paramref name="errors"/>.</summary>
    public static FollowUp Begin(HttpContext context, FollowUpKind kind, string? text, string member, bool isNeeded, List<Error> errors)
    {
        var key = context.Request.Headers[KeyHeader].ToString();
        if (!IsKey(key))
        {
            errors.Add(RequestErrors.MemberInvalid(KeyHeader, key, KeyForm));
        }

        var written = text?.Trim() ?? "";
        if (written.Length > MaximumTextLength || (isNeeded && written.Length == 0))
        {
            errors.Add(RequestErrors.MemberInvalid(member, written, FormattableString.Invariant($"in {(isNeeded ? 1 : 0)} to {MaximumTextLength} characters")));
        }

        return new FollowUp(kind, TenantReviews.CurrentActor) { Key = key, Text = written };
    }

    /// <summary>A decision by its name; null where there is none.</summary>
    public static Decision? ReadDecision(string? name, List<Error> errors)
    {
        foreach (var decision in Enum.GetValues<Decision>())
        {
            if (string.Equals(AnswerNames.Of(decision), name, StringComparison.Ordinal))
            {
                return decision;
            }
        }

        errors.Add(RequestErrors.MemberInvalid("decision", name ?? "", $"as {string.Join(", ", DecisionNames.All)}"));
        return null;
    }
}
