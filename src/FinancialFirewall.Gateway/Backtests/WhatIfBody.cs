using System.Text.Json;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Trials;

namespace FinancialFirewall.Gateway.Backtests;

/// <summary>What would have been if.</summary>
internal sealed record WhatIfBody : ChoiceBody
{
    /// <summary>The assessment.</summary>
    public string? AssessmentId { get; init; }

    /// <summary>Members of the payment that are to be others; null takes one away.</summary>
    public JsonElement? Payment { get; init; }

    /// <summary>Thresholds of the configuration that applies that are to be others; null takes one away.</summary>
    public JsonElement? Thresholds { get; init; }

    /// <summary>The question, without another payment; or everything that is wrong with it.</summary>
    public Result<WhatIfQuestion> Read()
    {
        var errors = new List<Error>();
        if (!Domain.Assessments.AssessmentId.TryParse(AssessmentId, out var id))
        {
            errors.Add(RequestErrors.AssessmentUnknown(AssessmentId ?? "", "assessmentId"));
        }

        if (Payment is { ValueKind: not JsonValueKind.Object } other)
        {
            errors.Add(RequestErrors.MemberInvalid("payment", other.GetRawText(), "as a JSON object with the members that are to be others"));
        }

        if (Thresholds is { ValueKind: not JsonValueKind.Object } wrong)
        {
            errors.Add(RequestErrors.MemberInvalid("thresholds", wrong.GetRawText(), "as a JSON object with the thresholds that are to be others"));
        }

        var question = new WhatIfQuestion(id, ReadChoice(), ReadAsOf(errors)) { Thresholds = Bytes(Thresholds) };
        return errors.Count > 0 ? Result.Failure<WhatIfQuestion>(errors) : question;
    }
}
