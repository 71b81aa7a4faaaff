using System.Text;
using System.Text.Json;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Users;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Grains.Users;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Storage;

namespace FinancialFirewall.Grains.Tests.Users;

/// <summary>The people of a simulated tenant. A password is its own hash: what is hashed, and how, is the gateway's affair.</summary>
internal sealed class People(SimulatedFirewall firewall)
{
    public static readonly TenantId Tenant = SimulatedFirewall.Tenant;

    public static readonly SignInOrigin Origin = new("10.0.0.7", "test");

    public UserRegistry Users => firewall.Silo.Services.GetRequiredService<UserRegistry>();

    public SessionRegistry Sessions => firewall.Silo.Services.GetRequiredService<SessionRegistry>();

    public T Do<T>(Func<UserRegistry, Task<T>> act) => firewall.Scheduler.Run(() => act(Users));

    public T Sign<T>(Func<SessionRegistry, Task<T>> act) => firewall.Scheduler.Run(() => act(Sessions));

    /// <summary>Somebody who has taken up an invitation.</summary>
    public UserInfo Join(string email, Roles roles, string password = "right")
    {
        var issued = Do(users => users.InviteAsync(Tenant, new NewUser(email, email, roles))).Value;
        return Do(users => users.AcceptLinkAsync(issued.Token, password, "10.0.0.7")).Value;
    }

    /// <summary>Writes people into the tenant's state, of which nobody has asked yet.</summary>
    public void Plant(IEnumerable<string> emails) => firewall.Scheduler.Run(async () =>
    {
        var storage = firewall.Silo.Services.GetRequiredKeyedService<IGrainStorage>(StorageNames.Control);
        var state = new GrainState<UsersState>(new UsersState());
        var grain = firewall.GetGrain<IUsersGrain>(Tenant.ToString()).GetGrainId();
        await storage.ReadStateAsync("users", grain, state);
        state.State = state.State with { Users = [.. state.State.Users, .. emails.Select((email, index) => new TenantUser($"{index:x16}", email, "Planted", Roles.Analyst, 0))] };
        await storage.WriteStateAsync("users", grain, state);
    });

    public Result<StartedSession> SignIn(string email, string password = "right", string code = "", string recoveryCode = "")
        => firewall.Scheduler.Run(() => SignInAsync(Tenant, email, password, code, recoveryCode));

    public async Task<Result<StartedSession>> SignInAsync(TenantId tenant, string email, string password, string code = "", string recoveryCode = "")
    {
        var begun = await Sessions.BeginAsync(tenant, email);
        if (!begun.IsSuccess)
        {
            return Result.Failure<StartedSession>(begun.Errors);
        }

        var (id, hash) = begun.Value;
        return hash.Length > 0 && hash == password
            ? await Sessions.FinishAsync(tenant, email, new SignInProof(id, hash, code, recoveryCode), Origin)
            : Result.Failure<StartedSession>(await Sessions.FailAsync(tenant, email, id, System.Net.IPAddress.Loopback));
    }

    public Result<Caller> Authenticate(string token) => Sign(sessions => sessions.AuthenticateAsync(token, null, default));

    /// <summary>A second factor that is confirmed.</summary>
    public (byte[] Key, IReadOnlyList<string> Codes) AddFactor(UserInfo user)
    {
        var offered = Do(users => users.OfferSecondFactorAsync(Tenant, user.Id)).Value;
        var key = FromBase32(offered.Secret);
        return (key, Do(users => users.ConfirmSecondFactorAsync(Tenant, user.Id, Code(key))).Value);
    }

    public string Code(byte[] key) => Totp.Code(key, Totp.StepOf(firewall.Now));

    /// <summary>The audit log's entries, oldest first.</summary>
    public IReadOnlyList<JsonElement> Audit() => firewall.Scheduler.Run(async () =>
    {
        var found = new List<JsonElement>();
        await foreach (var record in firewall.Silo.Services.GetRequiredService<AuditReader>().ReadAllAsync(Tenant, default))
        {
            found.Add(JsonDocument.Parse(Encoding.UTF8.GetString(record.Canonical.Span)).RootElement.Clone());
        }

        return found;
    });

    public int CountAudited(string action) => Audit().Count(entry => entry.GetProperty("action").GetString() == action);

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(character => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(character, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
