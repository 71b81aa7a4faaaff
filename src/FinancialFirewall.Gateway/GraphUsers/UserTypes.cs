using FinancialFirewall.Domain.Access;
using FinancialFirewall.Grains.Users;
using GraphQL.Server.Binding;

namespace FinancialFirewall.Gateway.GraphUsers;

/// <summary>The fields of users, links and sessions.</summary>
internal static class UserTypes
{
    /// <summary>Binds them.</summary>
    public static void Bind(ResolverMap map)
    {
        map.Type<UserInfo>("User", static type => type
            .Field("id", static user => user.Id)
            .Field("email", static user => user.Email)
            .Field("name", static user => user.Name)
            .Field("roles", static user => RoleNames.Of(user.Roles))
            .Field("status", static user => user.Status)
            .Field("createdAt", static user => user.CreatedAt)
            .Field("lastSignInAt", static user => user.LastSignInAt)
            .Field("linkExpiresAt", static user => user.LinkExpiresAt)
            .Field("lockedAt", static user => user.LockedAt)
            .Field("lockReason", static user => user.LockReason)
            .Field("hasSecondFactor", static user => user.HasSecondFactor)
            .Field("recoveryCodesLeft", static user => user.RecoveryCodesLeft));
        map.Type<LinkNode>("IssuedLink", static type => type
            .Field("link", static made => made.Link)
            .Field("token", static made => made.Issued.Token)
            .Field("expiresAt", static made => made.Issued.ExpiresAt)
            .Field("user", static made => made.Issued.User));
        map.Type<SessionNode>("UserSession", static type => type
            .Field("id", static node => node.Session.Id)
            .Field("createdAt", static node => node.Session.CreatedAt)
            .Field("lastSeenAt", static node => node.Session.LastSeenAt)
            .Field("expiresAt", static node => node.Session.ExpiresAt)
            .Field("source", static node => node.Session.Source)
            .Field("agent", static node => node.Session.Agent)
            .Field("isCurrent", static node => node.IsCurrent));
    }
}
