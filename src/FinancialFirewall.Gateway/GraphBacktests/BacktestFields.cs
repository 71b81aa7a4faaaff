using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Backtests;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Grains.Backtests;
using FinancialFirewall.Grains.Trials;
using GraphQL.Server.Values;

namespace FinancialFirewall.Gateway.GraphBacktests;

/// <summary>What policies would have decided: over a stored period, about the latest payments, about one of them.</summary>
internal sealed class BacktestFields(TenantBacktests backtests, PolicyPreviews previews, WhatIfAsker asker, TimeProvider time) : IGraphFields
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    public void Bind(GraphRoots roots)
    {
        roots.Field("Query.backtests", async call => await backtests.ListAsync(call.Tenant));
        roots.Field("Query.backtest", async call => await FindAsync(call) is { IsSuccess: true } found ? found.Value : null);
        roots.Field("Mutation.startBacktest", StartAsync);
        roots.Field("Mutation.cancelBacktest", async call => GraphRefusals.Or(await backtests.CancelAsync(call.Tenant, call.Get<Guid>("id")), static it => it));
        roots.Events("Subscription.backtest", FollowAsync);
        roots.Field("Query.policyPreview", PreviewAsync);
        roots.Field("Query.whatIf", AskAsync);
        BacktestTypes.Bind(roots.Types);
        ReportTypes.Bind(roots.Types);
        WhatIfTypes.Bind(roots.Types);
    }

    private static Result<T> Read<T>(GraphCall call, string argument)
        where T : ChoiceBody, new()
        => RequestDocument.Parse<T>(InputBody.Write(call.Get<InputObject>(argument)));

    private Task<Result<Backtest>> FindAsync(GraphCall call) => backtests.FindAsync(call.Tenant, call.Get<Guid>("id"));

    private async Task<object?> StartAsync(GraphCall call)
    {
        var sent = Read<BacktestBody>(call, "backtest");
        var request = sent.IsSuccess ? sent.Value.Read() : Result.Failure<BacktestRequest>(sent.Errors);
        return request.IsSuccess ? GraphRefusals.Or(await backtests.StartAsync(call.Tenant, request.Value), static it => it) : GraphRefusals.Of(request.Errors);
    }

    private async Task<object?> PreviewAsync(GraphCall call)
    {
        var sent = Read<PreviewBody>(call, "preview");
        var preview = sent.IsSuccess ? sent.Value.Read() : Result.Failure<PolicyPreview>(sent.Errors);
        return preview.IsSuccess
            ? GraphRefusals.Or(await previews.LookAsync(call.Tenant, preview.Value, call.Cancellation), static it => it)
            : GraphRefusals.Of(preview.Errors);
    }

    private async Task<object?> AskAsync(GraphCall call)
    {
        var sent = Read<WhatIfBody>(call, "question");
        return sent.IsSuccess ? GraphRefusals.Or(await asker.AskAsync(call.Caller, sent.Value, call.Cancellation), static it => it) : GraphRefusals.Of(sent.Errors);
    }

    private async IAsyncEnumerable<object> FollowAsync(GraphCall call)
    {
        while (true)
        {
            var found = await FindAsync(call);
            if (!found.IsSuccess)
            {
                yield return GraphRefusals.Of(found.Errors);
                yield break;
            }

            yield return found.Value;
            if (found.Value.Status != BacktestStatus.Running)
            {
                yield break;
            }

            await Task.Delay(Period, time, call.Cancellation);
        }
    }
}
