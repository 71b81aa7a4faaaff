using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Documents;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Backtests;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Backtests;

/// <summary>Backtests: started, looked at, cancelled.</summary>
internal sealed class BacktestEndpoint(TenantBacktests backtests)
{
    public static Task HandleStartAsync(HttpContext context, BacktestEndpoint endpoint) => endpoint.StartAsync(context);

    public static Task HandleListAsync(HttpContext context, BacktestEndpoint endpoint) => endpoint.ListAsync(context);

    public static Task HandleFindAsync(HttpContext context, BacktestEndpoint endpoint, Guid id) => endpoint.FindAsync(context, id);

    public static Task HandleCancelAsync(HttpContext context, BacktestEndpoint endpoint, Guid id) => endpoint.CancelAsync(context, id);

    private static Task AnswerAsync(HttpContext context, Result<Backtest> backtest, int status = StatusCodes.Status200OK) => backtest.IsSuccess
        ? DocumentResponse.WriteAsync(context, json => BacktestDocument.Write(json, backtest.Value), status)
        : ProblemWriter.WriteAsync(context, backtest.Errors);

    private async Task StartAsync(HttpContext context)
    {
        var sent = await RequestDocument.ReadAsync<BacktestBody>(context.Request, ChoiceBody.MaximumBytes);
        var request = sent.IsSuccess ? sent.Value.Read() : Result.Failure<BacktestRequest>(sent.Errors);
        var started = request.IsSuccess ? await backtests.StartAsync(context.GetCaller().Tenant, request.Value) : Result.Failure<Backtest>(request.Errors);
        if (started.IsSuccess)
        {
            context.Response.Headers.Location = $"{BacktestEndpoints.Path}/{started.Value.Id:D}";
        }

        await AnswerAsync(context, started, StatusCodes.Status202Accepted);
    }

    private async Task ListAsync(HttpContext context)
    {
        var all = await backtests.ListAsync(context.GetCaller().Tenant);
        await DocumentResponse.WriteAsync(context, json =>
        {
            json.WriteStartArray();
            foreach (var backtest in all)
            {
                BacktestDocument.Write(json, backtest);
            }

            json.WriteEndArray();
        });
    }

    private async Task FindAsync(HttpContext context, Guid id) => await AnswerAsync(context, await backtests.FindAsync(context.GetCaller().Tenant, id));

    private async Task CancelAsync(HttpContext context, Guid id) => await AnswerAsync(context, await backtests.CancelAsync(context.GetCaller().Tenant, id));
}
