using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Users;
using FinancialFirewall.Grains.Tenants;

namespace FinancialFirewall.Grains.Users;

/// <content>What people sign in with: links, passwords, second factors.</content>
public sealed partial class UsersGrain
{
    /// <inheritdoc/>
    public async Task<Result<IssuedLink>> IssueLink(string id)
    {
        if (Users.Find(id) is not { } user)
        {
            return UserErrors.Unknown(id);
        }

        if (user.Status == UserStatus.Locked)
        {
            return UserErrors.Locked(user);
        }

        var (token, link) = NewLink();
        var changed = user with { Invitation = link };
        await WriteAsync(Users.With(changed), UserNotes.LinkIssued(changed));
        return new IssuedLink(token, new Instant(link.ExpiresMicroseconds), changed.Describe());
    }

    /// <inheritdoc/>
    public async Task<Instant> OfferSetUp(ReadOnlyMemory<byte> sha256)
    {
        var expires = Now.Plus(TimeSpan.FromHours(SetUpHours));
        await WriteAsync(state.State with { SetUp = new OneTimeLink(sha256.ToArray(), expires.UnixMicroseconds) }, UserNotes.SetUpOffered);
        return expires;
    }

    /// <inheritdoc/>
    public Task<Result<LinkTarget>> FindLink(ReadOnlyMemory<byte> sha256) => Task.FromResult<Result<LinkTarget>>(
        IsSetUp(sha256) ? new LinkTarget("", "")
            : FindInvited(sha256) is { } user ? new LinkTarget(user.Email, user.Name)
            : UserErrors.LinkInvalid);

    /// <inheritdoc/>
    public async Task<Result<UserInfo>> AcceptLink(ReadOnlyMemory<byte> sha256, string passwordHash)
    {
        if (FindInvited(sha256) is not { } user)
        {
            return UserErrors.LinkInvalid;
        }

        var joined = WithPassword(user, passwordHash);
        await WriteAsync(Users.With(joined), user.Status == UserStatus.Invited ? UserNotes.Joined(joined) : UserNotes.PasswordSet(joined));
        return joined.Describe();
    }

    /// <inheritdoc/>
    public async Task<Result<UserInfo>> SetUp(ReadOnlyMemory<byte> sha256, NewUser owner, string passwordHash)
    {
        if (!IsSetUp(sha256))
        {
            return UserErrors.LinkInvalid;
        }

        var fresh = Check(owner with { Roles = Roles.Owner });
        if (!fresh.IsSuccess)
        {
            return Result.Failure<UserInfo>(fresh.Errors);
        }

        var user = Users.FindByEmail(fresh.Value.Email) ?? fresh.Value;
        var made = WithPassword(user, passwordHash) with { Name = owner.Name, Roles = user.Roles | Roles.Owner, LockedMicroseconds = null, LockReason = "" };
        await WriteAsync(state.State with { Users = Users.With(made).All, SetUp = null }, UserNotes.SetUp(made));
        return made.Describe();
    }

    /// <inheritdoc/>
    public Task<UserCredentials?> FindCredentials(string email)
        => Task.FromResult(Users.FindByEmail(email) is { } user ? new UserCredentials(user.Id, user.PasswordHash) : null);

    /// <inheritdoc/>
    public async Task<Result<UserInfo>> Prove(SignInProof proof)
    {
        if (Users.Find(proof.UserId) is not { } user || !string.Equals(user.PasswordHash, proof.PasswordHash, StringComparison.Ordinal))
        {
            return UserErrors.SignInRefused;
        }

        var signedIn = user with
        {
            LastSignInMicroseconds = Now.UnixMicroseconds,
            PasswordHash = proof.RenewedHash.Length > 0 ? proof.RenewedHash : user.PasswordHash,
        };
        if (user.TotpKey.Length > 0)
        {
            var proved = ProveFactor(signedIn, proof);
            if (!proved.IsSuccess)
            {
                return Result.Failure<UserInfo>(proved.Errors);
            }

            signedIn = proved.Value;
        }

        if (user.Status == UserStatus.Locked)
        {
            return UserErrors.Locked(user);
        }

        var left = signedIn.RecoveryCodes.Count;
        await WriteAsync(Users.With(signedIn), left < user.RecoveryCodes.Count ? UserNotes.RecoveryCodeUsed(user, left) : null);
        return signedIn.Describe();
    }

    /// <inheritdoc/>
    public Task<Result<UserInfo>> SetPassword(string id, string passwordHash)
        => ChangeAsync(id, user => WithPassword(user, passwordHash), static (_, user) => UserNotes.PasswordSet(user));

    /// <inheritdoc/>
    public async Task<Result<OfferedFactor>> OfferSecondFactor(string id)
    {
        if (Users.Find(id) is not { TotpKey.Length: 0 } user)
        {
            return Users.Find(id) is null ? UserErrors.Unknown(id) : UserErrors.FactorPresent;
        }

        var offered = user with { OfferedTotpKey = NewSecret(Totp.KeyLength) };
        await WriteAsync(Users.With(offered), note: null);
        return new OfferedFactor(Base32.Encode(offered.OfferedTotpKey), Totp.Address(offered.OfferedTotpKey, $"Financial Firewall {Tenant.Name}", user.Email));
    }

    /// <inheritdoc/>
    public async Task<Result<IReadOnlyList<string>>> ConfirmSecondFactor(string id, string code)
    {
        if (Users.Find(id) is not { OfferedTotpKey.Length: > 0 } user)
        {
            return UserErrors.FactorNotOffered;
        }

        if (Totp.Find(user.OfferedTotpKey, code, Now, user.LastTotpStep) is not { } step)
        {
            return UserErrors.FactorWrong with { Kind = ErrorKind.Invalid };
        }

        var (codes, hashes) = NewRecoveryCodes();
        var confirmed = user with { TotpKey = user.OfferedTotpKey, OfferedTotpKey = [], LastTotpStep = step, RecoveryCodes = hashes };
        await WriteAsync(Users.With(confirmed), UserNotes.FactorAdded(confirmed));
        return Result.Success<IReadOnlyList<string>>(codes);
    }

    /// <inheritdoc/>
    public async Task<Result<UserInfo>> RemoveSecondFactor(string id)
    {
        var profile = await GrainFactory.GetGrain<ITenantGrain>(Tenant.Name).GetProfile();
        return profile is { IsSecondFactorRequired: true } ? UserErrors.FactorNeeded
            : Users.Find(id) is { TotpKey.Length: 0 } ? UserErrors.FactorMissing
            : await ChangeAsync(id, WithoutFactor, static (_, user) => UserNotes.FactorRemoved(user));
    }

    /// <inheritdoc/>
    public async Task<Result<UserInfo>> ResetSecondFactor(string id)
        => Users.Find(id) is { TotpKey.Length: 0 } ? UserErrors.FactorMissing
            : await ChangeAsync(id, static user => WithoutFactor(user) with { Epoch = user.Epoch + 1 }, static (_, user) => UserNotes.FactorReset(user));

    /// <inheritdoc/>
    public async Task<Result<IReadOnlyList<string>>> RenewRecoveryCodes(string id)
    {
        if (Users.Find(id) is not { TotpKey.Length: > 0 } user)
        {
            return UserErrors.FactorMissing;
        }

        var (codes, hashes) = NewRecoveryCodes();
        await WriteAsync(Users.With(user with { RecoveryCodes = hashes }), UserNotes.RecoveryCodesRenewed(user));
        return Result.Success<IReadOnlyList<string>>(codes);
    }

    private static TenantUser WithPassword(TenantUser user, string passwordHash)
        => user with { PasswordHash = passwordHash, Invitation = null, Epoch = user.Epoch + 1 };

    private static TenantUser WithoutFactor(TenantUser user) => user with { TotpKey = [], OfferedTotpKey = [], RecoveryCodes = [] };

    private bool IsSetUp(ReadOnlyMemory<byte> sha256) => state.State.SetUp?.Is(sha256.Span, Now) is true;

    private TenantUser? FindInvited(ReadOnlyMemory<byte> sha256)
        => state.State.Users.FirstOrDefault(user => user.Status != UserStatus.Locked && user.Invitation?.Is(sha256.Span, Now) is true);

    /// <summary>The user with the code used up that proved the second factor; or why it did not.</summary>
    private Result<TenantUser> ProveFactor(TenantUser user, SignInProof proof)
    {
        if (proof.Code.Length > 0)
        {
            return Totp.Find(user.TotpKey, proof.Code, Now, user.LastTotpStep) is { } step ? user with { LastTotpStep = step } : UserErrors.FactorWrong;
        }

        if (proof.RecoveryCode.Length == 0)
        {
            return UserErrors.FactorRequired;
        }

        var hash = RecoveryCode.Hash(proof.RecoveryCode);
        var left = user.RecoveryCodes.Where(kept => !kept.AsSpan().SequenceEqual(hash)).ToList();
        return left.Count < user.RecoveryCodes.Count ? user with { RecoveryCodes = left } : UserErrors.FactorWrong;
    }

    private (IReadOnlyList<string> Codes, IReadOnlyList<byte[]> Hashes) NewRecoveryCodes()
    {
        var codes = Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.Write(NewSecret(RecoveryCode.Length))).ToList();
        return (codes, [.. codes.Select(RecoveryCode.Hash)]);
    }
}
