using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Users;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Users;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Sessions;

/// <summary>The second factor of somebody who is signed in: offered, confirmed by a code, removed, and its recovery codes.</summary>
internal sealed class FactorEndpoint(UserRegistry users, OwnPassword own)
{
    public static Task HandleOfferAsync(HttpContext context, FactorEndpoint endpoint)
        => endpoint.AnswerAsync(context, endpoint.OfferAsync, static offered => new { secret = offered.Secret, uri = offered.Address });

    public static Task HandleRemoveAsync(HttpContext context, FactorEndpoint endpoint)
        => endpoint.AnswerAsync(context, endpoint.RemoveAsync, static user => UserAnswer.Of(user));

    public static Task HandleRenewCodesAsync(HttpContext context, FactorEndpoint endpoint)
        => endpoint.AnswerAsync(context, endpoint.RenewAsync, static codes => new { recoveryCodes = codes });

    public static Task HandleConfirmAsync(HttpContext context, FactorEndpoint endpoint) => endpoint.ConfirmAsync(context);

    private Task<Result<OfferedFactor>> OfferAsync(Caller caller) => users.OfferSecondFactorAsync(caller.Tenant, caller.UserId);

    private Task<Result<UserInfo>> RemoveAsync(Caller caller) => users.RemoveSecondFactorAsync(caller.Tenant, caller.UserId);

    private Task<Result<IReadOnlyList<string>>> RenewAsync(Caller caller) => users.RenewRecoveryCodesAsync(caller.Tenant, caller.UserId);

    private async Task ConfirmAsync(HttpContext context)
    {
        var caller = context.GetCaller();
        var sent = await RequestDocument.ReadAsync<FactorConfirmation>(context.Request);
        var codes = sent.IsSuccess
            ? await users.ConfirmSecondFactorAsync(caller.Tenant, caller.UserId, sent.Value.Code ?? "")
            : Result.Failure<IReadOnlyList<string>>(sent.Errors);
        await SessionResponse.WriteAsync(context, codes, static made => new { recoveryCodes = made });
    }

    private async Task AnswerAsync<T, TAnswer>(HttpContext context, Func<Caller, Task<Result<T>>> act, Func<T, TAnswer> answer)
    {
        var sent = await RequestDocument.ReadAsync<FactorRequest>(context.Request);
        var confirmed = sent.IsSuccess ? await own.ConfirmAsync(context, sent.Value.Password, "password") : Result.Failure<UserInfo>(sent.Errors);
        await SessionResponse.WriteAsync(context, confirmed.IsSuccess ? await act(context.GetCaller()) : Result.Failure<T>(confirmed.Errors), answer);
    }
}
