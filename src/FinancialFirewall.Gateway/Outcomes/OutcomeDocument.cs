using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Reviews;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Reviews;
using FinancialFirewall.Grains.Reviews;

namespace FinancialFirewall.Gateway.Outcomes;

/// <summary>What became of a payment, as it is sent: an object, or a row of a table with these columns.</summary>
public sealed record OutcomeDocument
{
    /// <summary>The id of the assessment; or the reference is stated.</summary>
    public string? Id { get; init; }

    /// <summary>The payment's reference; or the id is stated.</summary>
    public string? TransactionReference { get; init; }

    /// <summary>What became of it.</summary>
    public string? Outcome { get; init; }

    /// <summary>When, RFC 3339; absent for now.</summary>
    public string? At { get; init; }

    /// <summary>What else is worth knowing.</summary>
    public string? Note { get; init; }

    /// <summary>The reporter's own name of the report, by which a repeated one is recognised.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The report; or every member that is wrong.</summary>
    public Result<OutcomeReport> Read()
    {
        var errors = new List<Error>();
        var id = ReadId(errors);
        var outcome = OutcomeNames.Find(Outcome ?? "");
        if (outcome is null)
        {
            errors.Add(RequestErrors.MemberInvalid("outcome", Outcome ?? "", $"as {string.Join(", ", OutcomeNames.All)}"));
        }

        var at = ReadTime(errors);
        var note = Note?.Trim() ?? "";
        if (note.Length > ReviewText.MaximumLength)
        {
            errors.Add(RequestErrors.MemberInvalid("note", note, FormattableString.Invariant($"in at most {ReviewText.MaximumLength} characters")));
        }

        var key = IdempotencyKey ?? "";
        if (!ReviewText.IsKey(key))
        {
            errors.Add(RequestErrors.MemberInvalid("idempotencyKey", key, ReviewText.KeyForm));
        }

        return errors.Count > 0 ? Result.Failure<OutcomeReport>(errors) : new OutcomeReport(id, TransactionReference ?? "", outcome!.Value, at, note, key);
    }

    private AssessmentId? ReadId(List<Error> errors)
    {
        if (string.IsNullOrEmpty(Id) == string.IsNullOrEmpty(TransactionReference))
        {
            errors.Add(RequestErrors.MemberInvalid("transactionReference", TransactionReference ?? "", "or id, one of both"));
            return null;
        }

        if (string.IsNullOrEmpty(Id))
        {
            return null;
        }

        if (AssessmentId.TryParse(Id, out var id))
        {
            return id;
        }

        errors.Add(RequestErrors.AssessmentUnknown(Id));
        return null;
    }

    private Instant? ReadTime(List<Error> errors)
    {
        if (string.IsNullOrEmpty(At))
        {
            return null;
        }

        if (Rfc3339.TryParse(Encoding.UTF8.GetBytes(At), out var time))
        {
            return time;
        }

        errors.Add(RequestErrors.MemberInvalid("at", At, "as a time of RFC 3339 such as 2026-11-21T10:15:00Z"));
        return null;
    }
}
