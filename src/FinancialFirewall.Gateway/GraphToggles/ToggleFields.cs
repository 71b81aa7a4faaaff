using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Toggles;
using FinancialFirewall.Grains.Toggles;
using GraphQL.Server.Values;

namespace FinancialFirewall.Gateway.GraphToggles;

/// <summary>Toggles: lists, changes, switching, and why the check is on or off.</summary>
internal sealed class ToggleFields(TenantToggles toggles, TimeProvider time) : IGraphFields
{
    private const int MaximumSize = 1_000;

    private Instant Now => Instant.From(time.GetUtcNow());

    public void Bind(GraphRoots roots)
    {
        roots.Field("Query.toggles", ListAsync);
        roots.Field("Query.toggle", async call => (await toggles.ListAsync(call.Tenant)).FirstOrDefault(toggle => toggle.Id == call.Get<Guid>("id")));
        roots.Field("Query.toggleCheck", async call => new ToggleCheckNode(await toggles.CheckAsync(call.Tenant, ContextOf(call)), Now));
        roots.Field("Query.toggleStatistics", async call => new ToggleCountNode(ToggleStatistics.Of(await toggles.ListAsync(call.Tenant), Now), Now));
        roots.Field("Mutation.createToggle", call => CreateAsync(call, static toggle => toggle));
        roots.Field("Mutation.scheduleToggle", call => CreateAsync(call, toggle => ToggleViews.Schedule(toggle, Now)));
        roots.Field("Mutation.replaceToggle", ReplaceAsync);
        roots.Field("Mutation.deleteToggle", async call => Answer(await toggles.DeleteAsync(call.Tenant, call.Get<Guid>("id"), call.Get<string>("ifTag"))));
        roots.Field("Mutation.switchFraudCheck", SwitchAsync);
        roots.Field("Mutation.refreshPolicies", async call => GraphRefusals.Or(await toggles.VerifyAsync(call.Tenant), static agreement => agreement));
        ToggleTypes.Bind(roots.Types);
    }

    private static object? Answer(Result<Toggle> toggle) => GraphRefusals.Or(toggle, static it => it);

    private static ToggleContext ContextOf(GraphCall call)
    {
        var context = call.Get<InputObject>("context");
        return new ToggleContext(Text("paymentType"), Text("localInstrumentationCode"), Text("clearingSystemCode"));

        string? Text(string member) => context.Get<string>(member) is { Length: > 0 } text ? text : null;
    }

    private async Task<object?> ListAsync(GraphCall call)
    {
        var (first, skip, now) = (call.Get<int>("first"), call.Get<int>("skip"), Now);
        if (first is < 1 or > MaximumSize || skip is < 0 or > PolicyDocument.MaximumToggles)
        {
            var (member, value, most) = skip is < 0 or > PolicyDocument.MaximumToggles ? ("skip", skip, PolicyDocument.MaximumToggles) : ("first", first, MaximumSize);
            return GraphRefusals.Of(RequestErrors.MemberInvalid(member, $"{value}", $"as a whole number from {(member is "skip" ? 0 : 1)} to {most}"));
        }

        var view = ToggleArguments.ViewOf(call.Get<string>("view"));
        var found = (await toggles.ListAsync(call.Tenant)).Where(toggle => view(toggle, now));
        var sorted = ToggleViews.Sort(found, ToggleArguments.OrderOf(call.Get<string>("orderBy")), call.Get<bool>("descending"));
        return new TogglePage([.. sorted.Skip(skip).Take(first)], sorted.Count);
    }

    private async Task<object?> CreateAsync(GraphCall call, Func<Toggle, Result<Toggle>> check)
    {
        var sent = ToggleDocument.Read(InputBody.Write(call.Get<InputObject>("toggle")));
        var wanted = sent.IsSuccess ? check(sent.Value) : sent;
        return Answer(wanted.IsSuccess ? await toggles.CreateAsync(call.Tenant, wanted.Value) : wanted);
    }

    private async Task<object?> ReplaceAsync(GraphCall call)
    {
        var sent = ToggleDocument.Read(InputBody.Write(call.Get<InputObject>("toggle")));
        return Answer(sent.IsSuccess
            ? await toggles.ReplaceAsync(call.Tenant, call.Get<Guid>("id"), new ToggleDraft(sent.Value, call.Get<string>("ifTag")))
            : sent);
    }

    private async Task<object?> SwitchAsync(GraphCall call)
    {
        var body = InputBody.Write(call.Get<InputObject>("context"), ("reason", call.Get<string>("reason")), ("createdBy", call.Get<string>("createdBy")));
        var wanted = ToggleDocument.ReadSwitch(body);
        return Answer(wanted.IsSuccess
            ? await toggles.SetAsync(call.Tenant, new ToggleCommand(wanted.Value.Context, call.Arguments.Get<bool?>("isEnabled"), wanted.Value.Reason, wanted.Value.CreatedBy))
            : Result.Failure<Toggle>(wanted.Errors));
    }
}
