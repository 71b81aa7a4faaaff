using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Backtests;

namespace FinancialFirewall.Gateway.Backtests;

/// <summary>A backtest that is wanted.</summary>
internal sealed record BacktestBody : ChoiceBody
{
    /// <summary>The first moment of the period.</summary>
    public string? From { get; init; }

    /// <summary>The end of the period, which is not in it.</summary>
    public string? To { get; init; }

    /// <summary>How many samples of each change are kept.</summary>
    public int? Samples { get; init; }

    /// <summary>The request; or everything that is wrong with it.</summary>
    public Result<BacktestRequest> Read()
    {
        var errors = new List<Error>();
        var request = new BacktestRequest(ReadChoice()) { From = ReadTime("from", From, errors), To = ReadTime("to", To, errors), AsOf = ReadAsOf(errors) };
        return errors.Count > 0 ? Result.Failure<BacktestRequest>(errors) : Samples is { } samples ? request with { Samples = samples } : request;
    }
}
