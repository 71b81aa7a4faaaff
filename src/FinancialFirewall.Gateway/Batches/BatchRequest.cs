using System.IO.Pipelines;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Formats;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Tenants;

namespace FinancialFirewall.Gateway.Batches;

/// <summary>A stream of payments to decide.</summary>
/// <param name="Caller">Whose payments they are.</param>
/// <param name="Input">Payments.</param>
/// <param name="Output">Takes one JSON answer a line; completed by whoever gave it.</param>
/// <param name="Detail">How much each answer says.</param>
/// <param name="Clock">Where the time of assessment comes from; with the data's own clock a payment may lie in the future.</param>
/// <param name="Observer">Learns what became of each line.</param>
public sealed record BatchRequest(
    Caller Caller, PipeReader Input, PipeWriter Output, AnswerDetail Detail, AssessmentClock Clock, IBatchObserver Observer)
{
    /// <summary>How payments are written in the input: one JSON object a line, unless it is said.</summary>
    public PaymentSyntax Syntax { get; init; } = PaymentSyntax.Lines;

    /// <summary>Asked before each group: why its payments are not decided any more; null where they are. Null where nobody has to be asked.</summary>
    public Func<ValueTask<IReadOnlyList<Error>?>>? Admission { get; init; }

    /// <summary>
    /// Takes what is refused, one JSON object a line with its place, its errors and the payment itself, card numbers in it masked; completed by whoever
    /// gave it. Null when refusals are answered among the answers.
    /// </summary>
    public PipeWriter? Rejects { get; init; }
}
