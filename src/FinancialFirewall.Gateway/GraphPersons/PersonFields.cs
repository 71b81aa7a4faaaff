using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.Privacy;
using FinancialFirewall.Grains.Privacy;
using GraphQL.Server.Binding;
using GraphQL.Server.Values;

namespace FinancialFirewall.Gateway.GraphPersons;

/// <summary>How much is kept of a person, and forgetting it.</summary>
internal sealed class PersonFields(PersonErasures erasures) : IGraphFields
{
    public void Bind(GraphRoots roots)
    {
        roots.Field("Query.person", async call => GraphRefusals.Or(await EraseAsync(call, isDryRun: true), static found => found));
        roots.Field("Mutation.erasePerson", async call =>
        {
            var isDryRun = call.Get<bool>("dryRun");
            return GraphRefusals.Or(await EraseAsync(call, isDryRun), found => PersonErasureAnswer.Of(found, isDryRun));
        });
        BindTypes(roots.Types);
    }

    private static void BindTypes(ResolverMap map)
    {
        map.Type<PersonErasure>("PersonSummary", static type => type
            .Field("payments", static found => found.Payments)
            .Field("accounts", static found => found.Accounts)
            .Field("firstPaymentAt", static found => found.First)
            .Field("lastPaymentAt", static found => found.Last)
            .Field("erasedPayments", static found => found.AlreadyErased)
            .Field("onLists", static found => found.Lists));
        map.Type<PersonErasureAnswer>("PersonErasure", static type => type
            .Field("erased", static answer => answer.Erased)
            .Field("dryRun", static answer => answer.DryRun)
            .Field("erasedAt", static answer => answer.ErasedAt)
            .Field("payments", static answer => answer.Payments)
            .Field("accounts", static answer => answer.Accounts)
            .Field("firstPaymentAt", static answer => answer.FirstPaymentAt)
            .Field("lastPaymentAt", static answer => answer.LastPaymentAt)
            .Field("erasedBefore", static answer => answer.ErasedBefore)
            .Field("stillOnLists", static answer => answer.StillOnLists));
    }

    private async Task<Result<PersonErasure>> EraseAsync(GraphCall call, bool isDryRun)
    {
        var body = InputBody.Write(call.Get<InputObject>("person"), ("reason", call.Get<string>("reason")), ("dryRun", isDryRun));
        var request = PersonRequest.Read(body, call.Caller.Cards);
        return request.IsSuccess ? await erasures.EraseAsync(call.Caller, request.Value, call.Cancellation) : Result.Failure<PersonErasure>(request.Errors);
    }
}
