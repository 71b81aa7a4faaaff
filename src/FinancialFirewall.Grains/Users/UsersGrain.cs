using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Users;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Grains.Tenants;
using Orleans;
using Orleans.Runtime;

namespace FinancialFirewall.Grains.Users;

/// <inheritdoc cref="IUsersGrain"/>
public sealed partial class UsersGrain(
    [PersistentState("users", StorageNames.Control)] IPersistentState<UsersState> state, ISecretSource secrets, TimeProvider time) : Grain, IUsersGrain
{
    /// <summary>The most users that a tenant can have.</summary>
    public const int MaximumUsers = 500;

    /// <summary>For how long an invitation, or a link to a new password, is good, in days.</summary>
    public const int InvitationDays = 7;

    /// <summary>For how long a set-up link is good, in hours.</summary>
    public const int SetUpHours = 24;

    private const int IdLength = 8;

    private TenantId Tenant => new(this.GetPrimaryKeyString());

    private Instant Now => Instant.From(time.GetUtcNow());

    private UserList Users => new(state.State.Users);

    /// <inheritdoc/>
    public Task<IReadOnlyList<UserInfo>> List() => Task.FromResult<IReadOnlyList<UserInfo>>([.. state.State.Users.Select(static user => user.Describe())]);

    /// <inheritdoc/>
    public Task<UserInfo?> Find(string id) => Task.FromResult(Users.Find(id)?.Describe());

    /// <inheritdoc/>
    public async Task<Result<IssuedLink>> Invite(NewUser user)
    {
        var checkedUser = Check(user);
        if (!checkedUser.IsSuccess)
        {
            return Result.Failure<IssuedLink>(checkedUser.Errors);
        }

        if (Users.FindByEmail(checkedUser.Value.Email) is not null)
        {
            return UserErrors.EmailTaken(checkedUser.Value.Email);
        }

        var (token, link) = NewLink();
        var invited = checkedUser.Value with { Invitation = link };
        await WriteAsync(Users.With(invited), UserNotes.Invited(invited));
        return new IssuedLink(token, new Instant(link.ExpiresMicroseconds), invited.Describe());
    }

    /// <inheritdoc/>
    public async Task<Result<UserInfo>> Change(string id, UserChange change)
    {
        var errors = UserErrors.Check(change.Name, change.Roles);
        return errors.Count > 0
            ? Result.Failure<UserInfo>(errors)
            : await ChangeAsync(id, user => user with { Name = change.Name ?? user.Name, Roles = change.Roles ?? user.Roles }, UserNotes.Changed);
    }

    /// <inheritdoc/>
    public async Task<Result<UserInfo>> Lock(string id, string reason)
    {
        if (UserErrors.CheckReason(reason) is { } error)
        {
            return error;
        }

        return await ChangeAsync(
            id,
            user => user.LockedMicroseconds is not null ? user : user with { LockedMicroseconds = Now.UnixMicroseconds, LockReason = reason, Epoch = user.Epoch + 1 },
            (_, locked) => UserNotes.Locked(locked, reason));
    }

    /// <inheritdoc/>
    public Task<Result<UserInfo>> Unlock(string id)
        => ChangeAsync(id, static user => user with { LockedMicroseconds = null, LockReason = "" }, static (_, user) => UserNotes.Unlocked(user));

    /// <inheritdoc/>
    public async Task<Result<UserInfo>> Remove(string id)
    {
        if (Users.Find(id) is not { } user)
        {
            return UserErrors.Unknown(id);
        }

        var next = Users.Without(id);
        if (Users.HasOwner && !next.HasOwner)
        {
            return UserErrors.LastOwner;
        }

        await WriteAsync(next, UserNotes.Removed(user));
        return user.Describe();
    }

    /// <inheritdoc/>
    public Task<Result<UserInfo>> EndSessions(string id)
        => ChangeAsync(id, static user => user with { Epoch = user.Epoch + 1 }, static (_, user) => UserNotes.SessionsEnded(user));

    private Result<TenantUser> Check(NewUser user)
    {
        var email = MailAddress.Read(user.Email);
        var errors = UserErrors.Check(user.Name, user.Roles);
        errors.InsertRange(0, email.IsSuccess ? [] : email.Errors);
        return errors.Count > 0 ? Result.Failure<TenantUser>(errors)
            : state.State.Users.Count >= MaximumUsers && Users.FindByEmail(email.Value) is null ? UserErrors.Exhausted
            : new TenantUser(NewId(), email.Value, user.Name, user.Roles, Now.UnixMicroseconds);
    }

    /// <summary>Changes one user; what changes nothing is not noted, and what would leave nobody who answers for the tenant is refused.</summary>
    private async Task<Result<UserInfo>> ChangeAsync(string id, Func<TenantUser, TenantUser> change, Func<TenantUser, TenantUser, AuditNote> note)
    {
        if (Users.Find(id) is not { } user)
        {
            return UserErrors.Unknown(id);
        }

        var changed = change(user);
        var next = Users.With(changed);
        if (Users.HasOwner && !next.HasOwner)
        {
            return UserErrors.LastOwner;
        }

        await (changed == user ? Task.CompletedTask : WriteAsync(next, note(user, changed)));
        return changed.Describe();
    }

    private Task WriteAsync(UserList users, AuditNote? note) => WriteAsync(state.State with { Users = users.All }, note);

    private Task WriteAsync(UsersState next, AuditNote? note) => state.KeepAsync(next with { Change = note });

    private (string Token, OneTimeLink Link) NewLink()
    {
        var token = LinkToken.Write(LinkToken.Invitation, Tenant, NewSecret(LinkToken.SecretLength));
        return (token, new OneTimeLink(LinkToken.Hash(token), Now.Plus(TimeSpan.FromDays(InvitationDays)).UnixMicroseconds));
    }

    private string NewId() => Convert.ToHexStringLower(NewSecret(IdLength));

    private byte[] NewSecret(int length)
    {
        var secret = new byte[length];
        secrets.Fill(secret);
        return secret;
    }
}
