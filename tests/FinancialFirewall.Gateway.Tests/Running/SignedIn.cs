using System.Net;
using System.Text.Json;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Gateway.Tests.Running;

/// <summary>Somebody of a tenant with a browser: a cookie, and the token that its pages send.</summary>
internal sealed class SignedIn : IDisposable
{
    /// <summary>Everybody's password.</summary>
    public const string Password = "correct horse battery";

    private static int made;

    private readonly HttpClientHandler handler;

    private SignedIn(Uri address, TenantId tenant, UserInfo user)
    {
        (Tenant, User) = (tenant, user);
        handler = new HttpClientHandler { CookieContainer = new CookieContainer() };
        Client = new HttpClient(handler) { BaseAddress = address };
    }

    public TenantId Tenant { get; }

    public UserInfo User { get; }

    public HttpClient Client { get; }

    public CookieCollection Cookies => handler.CookieContainer.GetAllCookies();

    /// <summary>A new user of a tenant, who is signed in.</summary>
    public static async Task<SignedIn> AsAsync(RunningGateway gateway, string tenant, Roles roles)
    {
        var known = await UserAsync(gateway, tenant, roles);
        var signedIn = new SignedIn(gateway.Address, new TenantId(tenant), known);
        await signedIn.SignInAsync();
        return signedIn;
    }

    /// <summary>A new user of a tenant, who has taken up the invitation.</summary>
    public static async Task<UserInfo> UserAsync(RunningGateway gateway, string tenant, Roles roles)
    {
        var users = gateway.Services.GetRequiredService<UserRegistry>();
        var number = Interlocked.Increment(ref made);
        var issued = await users.InviteAsync(new TenantId(tenant), new NewUser($"user{number}@example.com", $"User {number}", roles));
        var hash = gateway.Services.GetRequiredService<IPasswordHasher<UserCredentials>>().HashPassword(new UserCredentials("", ""), Password);
        return (await users.AcceptLinkAsync(issued.Value.Token, hash, "")).Value;
    }

    /// <summary>Signs in (again), and sends the token of the new session from now on.</summary>
    public async Task<JsonElement> SignInAsync(string members = "")
    {
        var answer = await Client.SendAsync("POST", "/api/v1/session", Body(members), 200);
        Client.DefaultRequestHeaders.Remove("X-CSRF-Token");
        Client.DefaultRequestHeaders.Add("X-CSRF-Token", answer.Text("csrfToken"));
        return answer;
    }

    /// <summary>What the user signs in with, and further members.</summary>
    public string Body(string members = "") => $$"""{"tenantId":"{{Tenant}}","email":"{{User.Email}}","password":"{{Password}}"{{members}}}""";

    public void Dispose()
    {
        Client.Dispose();
        handler.Dispose();
    }
}
