using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Trials;

namespace FinancialFirewall.Gateway.Backtests;

/// <summary>A look at what a policy would have decided.</summary>
internal sealed record PreviewBody : ChoiceBody
{
    /// <summary>On how many of the latest payments.</summary>
    public int? Payments { get; init; }

    /// <summary>How many samples of each change are kept.</summary>
    public int? Samples { get; init; }

    /// <summary>The look; or everything that is wrong with it.</summary>
    public Result<PolicyPreview> Read()
    {
        var errors = new List<Error>();
        var preview = new PolicyPreview(ReadChoice()) { AsOf = ReadAsOf(errors) };
        preview = Payments is { } payments ? preview with { Payments = payments } : preview;
        return errors.Count > 0 ? Result.Failure<PolicyPreview>(errors) : Samples is { } samples ? preview with { Samples = samples } : preview;
    }
}
