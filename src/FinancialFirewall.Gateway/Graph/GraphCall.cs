using FinancialFirewall.Domain.Tenants;
using GraphQL.Server.Values;
using Caller = FinancialFirewall.Grains.Tenants.Caller;

namespace FinancialFirewall.Gateway.Graph;

/// <summary>A field of Query, Mutation or Subscription that is asked for by somebody who may.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Arguments">What the field is given.</param>
/// <param name="Site">The address by which the request reached the firewall, for links to it.</param>
/// <param name="Cancellation">Ends when nobody waits for the answer any longer.</param>
internal sealed record GraphCall(Caller Caller, InputObject Arguments, string Site, CancellationToken Cancellation)
{
    /// <summary>Whose everything is.</summary>
    public TenantId Tenant => Caller.Tenant;

    /// <summary>An argument that the schema demands.</summary>
    public T Get<T>(string name) => Arguments.Get<T>(name)!;
}
