using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Grains.Tenants;
using Orleans;

namespace FinancialFirewall.Grains.Users;

/// <summary>The way in to the people of tenants, their links, passwords and second factors.</summary>
public sealed class UserRegistry(IGrainFactory grains)
{
    /// <inheritdoc cref="IUsersGrain.List"/>
    public Task<IReadOnlyList<UserInfo>> ListAsync(TenantId tenant) => Of(tenant).List();

    /// <inheritdoc cref="IUsersGrain.Find"/>
    public Task<UserInfo?> FindAsync(TenantId tenant, string id) => Of(tenant).Find(id);

    /// <summary>Makes an API key that a user holds, or nobody, as <see cref="ITenantGrain.IssueApiKey"/>.</summary>
    /// <returns>The key; or why there is none, also <c>HOLDER_UNKNOWN</c>.</returns>
    public async Task<Result<IssuedApiKey>> IssueApiKeyAsync(TenantId tenant, ApiKeyRequest request)
    {
        TenantScope.Enter(tenant);
        return request.UserId.Length > 0 && await FindAsync(tenant, request.UserId) is null
            ? UserErrors.HolderUnknown(request.UserId)
            : await grains.GetGrain<ITenantGrain>(tenant.Name).IssueApiKey(request);
    }

    /// <inheritdoc cref="IUsersGrain.Invite"/>
    public Task<Result<IssuedLink>> InviteAsync(TenantId tenant, NewUser user) => Of(tenant).Invite(user);

    /// <inheritdoc cref="IUsersGrain.IssueLink"/>
    public Task<Result<IssuedLink>> IssueLinkAsync(TenantId tenant, string id) => Of(tenant).IssueLink(id);

    /// <inheritdoc cref="IUsersGrain.Change"/>
    public Task<Result<UserInfo>> ChangeAsync(TenantId tenant, string id, UserChange change) => Of(tenant).Change(id, change);

    /// <inheritdoc cref="IUsersGrain.Lock"/>
    public Task<Result<UserInfo>> LockAsync(TenantId tenant, string id, string reason) => Of(tenant).Lock(id, reason);

    /// <summary>Lets a user sign in again, also one who has failed too often.</summary>
    public async Task<Result<UserInfo>> UnlockAsync(TenantId tenant, string id)
    {
        var unlocked = await Of(tenant).Unlock(id);
        await (unlocked.IsSuccess ? SessionsOf(tenant).Forgive(unlocked.Value.Email) : Task.CompletedTask);
        return unlocked;
    }

    /// <inheritdoc cref="IUsersGrain.Remove"/>
    public Task<Result<UserInfo>> RemoveAsync(TenantId tenant, string id) => Of(tenant).Remove(id);

    /// <inheritdoc cref="IUsersGrain.EndSessions"/>
    public Task<Result<UserInfo>> EndSessionsAsync(TenantId tenant, string id) => Of(tenant).EndSessions(id);

    /// <inheritdoc cref="IUsersGrain.ResetSecondFactor"/>
    public Task<Result<UserInfo>> ResetSecondFactorAsync(TenantId tenant, string id) => Of(tenant).ResetSecondFactor(id);

    /// <inheritdoc cref="IUsersGrain.OfferSetUp"/>
    public Task<Instant> OfferSetUpAsync(TenantId tenant, ReadOnlyMemory<byte> sha256) => Of(tenant).OfferSetUp(sha256);

    /// <inheritdoc cref="IUsersGrain.FindLink"/>
    public async Task<Result<LinkTarget>> FindLinkAsync(string beginning, string token)
        => LinkToken.TryGetTenant(token, beginning, out var tenant) ? await Of(tenant).FindLink(LinkToken.Hash(token)) : UserErrors.LinkInvalid;

    /// <summary>Takes up an invitation or a link to a new password.</summary>
    /// <param name="token">The link's token.</param>
    /// <param name="passwordHash">The hash of the new password.</param>
    /// <param name="source">Where the request came from, for the audit log.</param>
    /// <returns>The user; or <c>LINK_INVALID</c>.</returns>
    public async Task<Result<UserInfo>> AcceptLinkAsync(string token, string passwordHash, string source)
    {
        if (!LinkToken.TryGetTenant(token, LinkToken.Invitation, out var tenant))
        {
            return UserErrors.LinkInvalid;
        }

        AuditScope.Enter(AuditActor.Unknown(source));
        var joined = await Of(tenant).AcceptLink(LinkToken.Hash(token), passwordHash);
        await (joined.IsSuccess ? SessionsOf(tenant).Forgive(joined.Value.Email) : Task.CompletedTask);
        return joined;
    }

    /// <inheritdoc cref="IUsersGrain.SetUp"/>
    public async Task<Result<UserInfo>> SetUpAsync(string token, NewUser owner, string passwordHash, string source)
    {
        if (!LinkToken.TryGetTenant(token, LinkToken.SetUp, out var tenant))
        {
            return UserErrors.LinkInvalid;
        }

        AuditScope.Enter(AuditActor.Unknown(source));
        var made = await Of(tenant).SetUp(LinkToken.Hash(token), owner, passwordHash);
        await (made.IsSuccess ? SessionsOf(tenant).Forgive(made.Value.Email) : Task.CompletedTask);
        return made;
    }

    /// <summary>Gives somebody who is signed in a new password; every other session ends.</summary>
    public async Task<Result<UserInfo>> SetPasswordAsync(TenantId tenant, string id, string sessionId, string passwordHash)
    {
        var changed = await Of(tenant).SetPassword(id, passwordHash);
        await (changed.IsSuccess ? SessionsOf(tenant).Keep(sessionId, changed.Value.Epoch) : Task.CompletedTask);
        return changed;
    }

    /// <inheritdoc cref="IUsersGrain.OfferSecondFactor"/>
    public Task<Result<OfferedFactor>> OfferSecondFactorAsync(TenantId tenant, string id) => Of(tenant).OfferSecondFactor(id);

    /// <inheritdoc cref="IUsersGrain.ConfirmSecondFactor"/>
    public Task<Result<IReadOnlyList<string>>> ConfirmSecondFactorAsync(TenantId tenant, string id, string code) => Of(tenant).ConfirmSecondFactor(id, code);

    /// <inheritdoc cref="IUsersGrain.RemoveSecondFactor"/>
    public Task<Result<UserInfo>> RemoveSecondFactorAsync(TenantId tenant, string id) => Of(tenant).RemoveSecondFactor(id);

    /// <inheritdoc cref="IUsersGrain.RenewRecoveryCodes"/>
    public Task<Result<IReadOnlyList<string>>> RenewRecoveryCodesAsync(TenantId tenant, string id) => Of(tenant).RenewRecoveryCodes(id);

    private IUsersGrain Of(TenantId tenant)
    {
        TenantScope.Enter(tenant);
        return grains.GetGrain<IUsersGrain>(tenant.Name);
    }

    private ISessionsGrain SessionsOf(TenantId tenant)
    {
        TenantScope.Enter(tenant);
        return grains.GetGrain<ISessionsGrain>(tenant.Name);
    }
}
