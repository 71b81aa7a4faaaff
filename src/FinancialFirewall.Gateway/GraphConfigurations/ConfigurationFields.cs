using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Gateway.Configurations;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.GraphPolicies;
using FinancialFirewall.Grains.Configurations;
using GraphQL.Server.Values;

namespace FinancialFirewall.Gateway.GraphConfigurations;

/// <summary>Configurations: one of them, changes, and which one decides.</summary>
internal sealed class ConfigurationFields(TenantConfigurations configurations) : IGraphFields
{
    public void Bind(GraphRoots roots)
    {
        roots.Field("Query.configuration", async call => (await configurations.ListAsync(call.Tenant)).FirstOrDefault(one => one.Id == call.Get<Guid>("id")));
        roots.Field("Query.configurationCheck", async call => await configurations.SelectAsync(call.Tenant, ContextOf(call)));
        roots.Field("Mutation.createConfiguration", CreateAsync);
        roots.Field("Mutation.replaceConfiguration", ReplaceAsync);
        roots.Field("Mutation.deleteConfiguration", async call => Answer(await configurations.DeleteAsync(call.Tenant, call.Get<Guid>("id"), call.Get<string>("ifTag"))));
        var map = roots.Types;
        map.Type<ConfigurationSelection>("ConfigurationCheck", static type => type
            .Field("configuration", static selection => selection.Winner)
            .Field("others", static selection => selection.Losers));
        map.Type<ConfigurationLoss>("ConfigurationLoss", static type => type
            .Field("configuration", static loss => loss.Configuration)
            .Field("reason", static loss => loss.Reason)
            .Field("explanation", static loss => loss.Sentence));
    }

    /// <summary>The configuration that an argument brings; or everything that is wrong with it.</summary>
    public static Result<RiskConfiguration> Read(GraphCall call) => ConfigurationBody.Read(JsonBody.Read(call, "configuration"));

    private static object? Answer(Result<RiskConfiguration> configuration) => GraphRefusals.Or(configuration, static it => it);

    private static ConfigurationContext ContextOf(GraphCall call)
    {
        var context = call.Get<InputObject>("context");
        var source = ConfigurationNames.PaymentSources[call.Get<string>("paymentSource")];
        return new(source, new ToggleContext(Text("paymentType"), Text("localInstrumentationCode"), Text("clearingSystemCode")));

        string? Text(string member) => context.Get<string>(member) is { Length: > 0 } text ? text : null;
    }

    private async Task<object?> CreateAsync(GraphCall call)
    {
        var sent = Read(call);
        return Answer(sent.IsSuccess ? await configurations.CreateAsync(call.Tenant, sent.Value) : sent);
    }

    private async Task<object?> ReplaceAsync(GraphCall call)
    {
        var sent = Read(call);
        return Answer(sent.IsSuccess
            ? await configurations.ReplaceAsync(call.Tenant, call.Get<Guid>("id"), new SentConfiguration(sent.Value, call.Get<string>("ifTag")))
            : sent);
    }
}
