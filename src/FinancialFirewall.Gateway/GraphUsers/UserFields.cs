using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.Users;
using FinancialFirewall.Grains.Users;
using GraphQL.Server.Values;

namespace FinancialFirewall.Gateway.GraphUsers;

/// <summary>The people of a tenant: who they are, where they are signed in; inviting, changing, locking and removing them.</summary>
internal sealed class UserFields(UserRegistry users, SessionRegistry sessions) : IGraphFields
{
    public void Bind(GraphRoots roots)
    {
        roots.Field("Query.users", async call => await users.ListAsync(call.Tenant));
        roots.Field("Query.user", async call => await users.FindAsync(call.Tenant, IdOf(call)));
        roots.Field("Query.userSessions", async call => (await sessions.ListAsync(call.Tenant, IdOf(call))).Select(session => SessionNode.Of(session, call.Caller)));
        roots.Field("Mutation.inviteUser", InviteAsync);
        roots.Field("Mutation.issueUserLink", async call => Answer(call, await users.IssueLinkAsync(call.Tenant, IdOf(call))));
        roots.Field("Mutation.changeUser", ChangeAsync);
        roots.Field("Mutation.lockUser", async call => Answer(await users.LockAsync(call.Tenant, IdOf(call), call.Get<string>("reason"))));
        roots.Field("Mutation.unlockUser", async call => Answer(await users.UnlockAsync(call.Tenant, IdOf(call))));
        roots.Field("Mutation.resetSecondFactor", async call => Answer(await users.ResetSecondFactorAsync(call.Tenant, IdOf(call))));
        roots.Field("Mutation.removeUser", async call => Answer(await users.RemoveAsync(call.Tenant, IdOf(call))));
        roots.Field("Mutation.endUserSessions", async call => Answer(await users.EndSessionsAsync(call.Tenant, IdOf(call))));
        roots.Field("Mutation.endUserSession", async call => GraphRefusals.Or(
            await sessions.EndAsync(call.Tenant, IdOf(call), call.Get<string>("sessionId")), session => SessionNode.Of(session, call.Caller)));
        UserTypes.Bind(roots.Types);
    }

    private static string IdOf(GraphCall call) => call.Get<string>("id");

    private static object? Answer(Result<UserInfo> user) => GraphRefusals.Or(user, static it => it);

    private static object? Answer(GraphCall call, Result<IssuedLink> issued) => GraphRefusals.Or(issued, it => new LinkNode(LinkAnswer.LinkOf(call.Site, it.Token), it));

    private async Task<object?> InviteAsync(GraphCall call)
    {
        var wanted = call.Get<InputObject>("user");
        var user = new InvitationRequest { Email = wanted.Get<string>("email"), Name = wanted.Get<string>("name"), Roles = wanted.List<string>("roles") }.Read();
        return Answer(call, user.IsSuccess ? await users.InviteAsync(call.Tenant, user.Value) : Result.Failure<IssuedLink>(user.Errors));
    }

    private async Task<object?> ChangeAsync(GraphCall call)
    {
        var change = new UserRequest { Name = call.Arguments.Get<string>("name"), Roles = call.Arguments.List<string>("roles") }.Read();
        return Answer(change.IsSuccess ? await users.ChangeAsync(call.Tenant, IdOf(call), change.Value) : Result.Failure<UserInfo>(change.Errors));
    }
}
