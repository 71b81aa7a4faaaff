using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Storage.Queries;

namespace FinancialFirewall.Gateway.Queries;

/// <summary>Which assessments a request wants, before its names are looked up in the tenant's policies.</summary>
/// <param name="Query">Everything that needs no looking up.</param>
/// <param name="Page">The number of the page, from 0.</param>
/// <param name="Detail">How much is said of each.</param>
internal sealed record AssessmentListRequest(AssessmentQuery Query, int Page, AnswerDetail Detail)
{
    /// <summary>The configuration that applied; <see langword="null"/> for any.</summary>
    public Guid? Configuration { get; init; }

    /// <summary>The name of a factor that held; <see langword="null"/> for any.</summary>
    public string? Factor { get; init; }

    /// <summary>Whether only what waits for a person still is wanted.</summary>
    public bool IsOpenAlone { get; init; }

    /// <summary>Whether nothing can fit, as with a status that no assessment has.</summary>
    public bool IsImpossible { get; init; }
}
