using System.Security.Cryptography;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Users;

namespace FinancialFirewall.Host.Users;

/// <summary>A set-up link that is to be made good. Its token is made where it is shown, and only its hash goes anywhere else.</summary>
/// <param name="Tenant">The tenant that gets an owner by it.</param>
/// <param name="Token">The token.</param>
internal sealed record SetUpLink(TenantId Tenant, string Token)
{
    /// <summary>A link of its own.</summary>
    public static SetUpLink New(TenantId tenant) => new(tenant, LinkToken.Write(LinkToken.SetUp, tenant, RandomNumberGenerator.GetBytes(LinkToken.SecretLength)));

    /// <summary>Asks for it to be made good.</summary>
    public UserDeskRequest ToRequest() => new(UserDeskRequest.SetUp, Tenant, Convert.ToHexStringLower(LinkToken.Hash(Token)));

    /// <summary>The link to a firewall at an address. Behind the #, no server and no log on the way sees the token.</summary>
    public string At(string address) => $"{address.TrimEnd('/')}/setup#{Token}";
}
