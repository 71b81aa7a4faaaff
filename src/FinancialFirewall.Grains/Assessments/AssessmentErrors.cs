using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.References;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>The refusals of <see cref="ITransactionGrain"/>.</summary>
internal static class AssessmentErrors
{
    /// <summary>The same reference was used for another payment.</summary>
    public static IReadOnlyList<Error> ReferenceReused(string reference, IReadOnlyList<PaymentDifference> differences)
        => [.. differences.Select(difference => new Error(
            ErrorKind.Conflict,
            "REFERENCE_REUSED",
            difference.Name,
            difference.Second ?? "",
            $"The reference '{reference}' already belongs to a payment whose {difference.Name} is {Quote(difference.First)}: use a new one for a new payment."))];

    /// <summary>The first payment of this reference could not be kept.</summary>
    public static Error ReferenceBusy(ReferenceKey reference) => new(
        ErrorKind.Unavailable,
        "REFERENCE_BUSY",
        "transactionReference",
        Encoding.UTF8.GetString(reference.Utf8.Span),
        "The same reference is being assessed by another request, whose answer did not come: send it again.");

    /// <summary>There is no assessment of this id.</summary>
    public static Error Unknown(AssessmentId id) => new(
        ErrorKind.NotFound, "ASSESSMENT_UNKNOWN", "id", id.ToString(), "There is no assessment with this id.");

    /// <summary>The person of this assessment is erased.</summary>
    public static Error Erased(AssessmentId id) => new(
        ErrorKind.Conflict,
        "PERSON_ERASED",
        "id",
        id.ToString(),
        "The payment's person is erased: nothing is written about it any more, and nothing is left to decide it by anew. It can be decided and cancelled.");

    /// <summary>Another activation of the partition writes its journal now.</summary>
    public static Error PartitionMoved(PartitionIdentity partition) => new(
        ErrorKind.Unavailable,
        "PARTITION_MOVED",
        "",
        "",
        $"Partition {partition.Number} of tenant '{partition.Tenant}' has moved: send the payment again.");

    /// <summary>A payment waited too long between its claims and its decision.</summary>
    public static Error TooLate => new(
        ErrorKind.Unavailable, "DECIDED_TOO_LATE", "", "", "The payment waited too long for its decision and was not decided: send it again.");

    /// <summary>Policies are published faster than a payment can be decided by one of them.</summary>
    public static Error PolicyChanging => new(
        ErrorKind.Unavailable, "POLICY_CHANGING", "", "", "The policy changed again and again while the payment was on its way: send it again.");

    /// <summary>A partition did not answer.</summary>
    public static Error DecisionUnknown => new(
        ErrorKind.Unavailable,
        "DECISION_UNKNOWN",
        "",
        "",
        "The payment's decision did not come in time. Send the same payment again: where it was decided, that decision is the answer.");

    private static string Quote(string? value) => value is null ? "absent" : $"'{value}'";
}
