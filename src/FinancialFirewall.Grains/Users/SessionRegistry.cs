using System.Net;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Tenants;
using Orleans;

namespace FinancialFirewall.Grains.Users;

/// <summary>The way in to who is signed in.</summary>
public sealed class SessionRegistry(IGrainFactory grains, TenantDirectory directory)
{
    /// <inheritdoc cref="ISessionsGrain.Begin"/>
    public Task<Result<UserCredentials>> BeginAsync(TenantId tenant, string email) => Of(tenant).Begin(email);

    /// <inheritdoc cref="ISessionsGrain.Fail"/>
    public Task<Error> FailAsync(TenantId tenant, string email, string userId, IPAddress? source) => Of(tenant).Fail(email, userId, source?.ToString() ?? "");

    /// <inheritdoc cref="ISessionsGrain.Forgive"/>
    public Task ForgiveAsync(TenantId tenant, string email) => Of(tenant).Forgive(email);

    /// <inheritdoc cref="ISessionsGrain.Finish"/>
    public Task<Result<StartedSession>> FinishAsync(TenantId tenant, string email, SignInProof proof, SignInOrigin origin) => Of(tenant).Finish(email, proof, origin);

    /// <summary>The caller that a session belongs to.</summary>
    /// <param name="token">The session's token.</param>
    /// <param name="source">Where the request came from.</param>
    /// <param name="cancellationToken">Asked before anything begins.</param>
    /// <returns>The caller; or <c>SESSION_ENDED</c>, <c>TENANT_CLOSED</c>.</returns>
    public async Task<Result<Caller>> AuthenticateAsync(string token, IPAddress? source, CancellationToken cancellationToken)
    {
        var holder = await FindAsync(token, source, cancellationToken);
        return !holder.IsSuccess ? Result.Failure<Caller>(holder.Errors)
            : holder.Value.Profile.Status == TenantStatus.Closed ? TenantErrors.Closed(holder.Value.Profile.Tenant)
            : directory.ToCaller(holder.Value.Profile) with
            {
                Roles = holder.Value.User.Roles,
                UserId = holder.Value.User.Id,
                SessionId = holder.Value.Session.Id,
                MustSetUpFactor = holder.Value.MustSetUpFactor,
            };
    }

    /// <summary>Who comes with the token of a session.</summary>
    /// <returns>The holder; or <c>SESSION_ENDED</c>.</returns>
    public async Task<Result<SessionHolder>> FindAsync(string token, IPAddress? source, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return LinkToken.TryGetTenant(token, LinkToken.Session, out var tenant)
            ? await Of(tenant).Authenticate(LinkToken.Hash(token), source?.ToString() ?? "")
            : SessionErrors.Ended;
    }

    /// <inheritdoc cref="ISessionsGrain.List"/>
    public Task<IReadOnlyList<SessionInfo>> ListAsync(TenantId tenant, string userId) => Of(tenant).List(userId);

    /// <inheritdoc cref="ISessionsGrain.End"/>
    public Task<Result<SessionInfo>> EndAsync(TenantId tenant, string userId, string sessionId) => Of(tenant).End(userId, sessionId);

    /// <inheritdoc cref="ISessionsGrain.EndOthers"/>
    public Task<int> EndOthersAsync(TenantId tenant, string userId, string sessionId) => Of(tenant).EndOthers(userId, sessionId);

    private ISessionsGrain Of(TenantId tenant)
    {
        TenantScope.Enter(tenant);
        return grains.GetGrain<ISessionsGrain>(tenant.Name);
    }
}
