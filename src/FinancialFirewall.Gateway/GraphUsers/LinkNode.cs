using FinancialFirewall.Grains.Users;

namespace FinancialFirewall.Gateway.GraphUsers;

/// <summary>A link that was made just now, as resolvers have it.</summary>
/// <param name="Link">The link, which leads to where the request came to.</param>
/// <param name="Issued">Its token, and whom it is for.</param>
internal sealed record LinkNode(string Link, IssuedLink Issued);
