using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Audit;
using GraphQL.Server.Binding;
using GraphQL.Server.Requests;
using Caller = FinancialFirewall.Grains.Tenants.Caller;

namespace FinancialFirewall.Gateway.Graph;

/// <summary>Binds the fields that somebody can begin with. None is resolved before the caller was found to have what the schema demands beside it.</summary>
/// <param name="map">Where resolvers go.</param>
/// <param name="permissions">What each field demands.</param>
internal sealed class GraphRoots(ResolverMap map, RootPermissions permissions)
{
    /// <summary>Where the fields of other types go.</summary>
    public ResolverMap Types => map;

    /// <summary>A field of Query or Mutation.</summary>
    /// <param name="coordinate">The field, as <c>Query.toggles</c>.</param>
    /// <param name="resolve">Gives the value, null, or a <see cref="FieldError"/>.</param>
    public void Field(string coordinate, Func<GraphCall, Task<object?>> resolve)
        => map.FieldAsync(coordinate, context => GuardAsync(coordinate, context, resolve));

    /// <summary>A field of Subscription.</summary>
    /// <param name="coordinate">The field, as <c>Subscription.alerts</c>.</param>
    /// <param name="events">The events, or <see cref="EventShare"/>s of them; one that is a <see cref="FieldError"/> is the last.</param>
    public void Events(string coordinate, Func<GraphCall, IAsyncEnumerable<object>> events)
        => map.Events(coordinate, context => GuardAsync(coordinate, context, events, context.Cancellation));

    private static GraphSession SessionOf(FieldContext context) => (GraphSession)context.Request.State!;

    private async Task<object?> GuardAsync(string coordinate, FieldContext context, Func<GraphCall, Task<object?>> resolve)
    {
        var permission = permissions.Of(context.Field);
        var caller = await SessionOf(context).AdmitAsync(coordinate, permission, context.Cancellation);
        if (!caller.IsSuccess)
        {
            return GraphRefusals.Of(caller.Errors);
        }

        if (permission != Permission.AssessPayments)
        {
            // Payments change no settings: who sent them stands in no audit log.
            AuditScope.Enter(SessionOf(context).ActorOf(caller.Value));
        }

        return await resolve(CallOf(context, caller.Value));
    }

    private async IAsyncEnumerable<object?> GuardAsync(
        string coordinate, FieldContext context, Func<GraphCall, IAsyncEnumerable<object>> events, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var admitted = await AdmitAsync();
        if (!admitted.IsSuccess)
        {
            yield return GraphRefusals.Of(admitted.Errors);
            yield break;
        }

        await foreach (var happened in events(CallOf(context, admitted.Value)).WithCancellation(cancellation))
        {
            admitted = await AdmitAsync();
            yield return admitted.IsSuccess ? For(admitted.Value, happened) : GraphRefusals.Of(admitted.Errors);
            if (!admitted.IsSuccess || happened is FieldError)
            {
                yield break;
            }
        }

        Task<Result<Caller>> AdmitAsync() => SessionOf(context).AdmitAsync(coordinate, permissions.Of(context.Field), cancellation);
    }

    /// <summary>An event as it is told to somebody: where others hear of it too, with what has to be alike for them to be told the same.</summary>
    private static object For(Caller caller, object happened)
        => happened is EventShare share ? new SharedEvent(share, new EventAudience(caller.Tenant, caller.Roles)) : happened;

    private static GraphCall CallOf(FieldContext context, Caller caller) => new(caller, context.Arguments, SessionOf(context).Site, context.Cancellation);
}
