using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Users;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Grains.Users;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Grains.Tests.Users;

public sealed class UsersGrainTests
{
    private static readonly TenantId Tenant = People.Tenant;

    private readonly SimulatedFirewall firewall;
    private readonly People people;

    public UsersGrainTests()
    {
        firewall = new SimulatedFirewall(seed: 11, TestPolicies.DailyLimit);
        people = new People(firewall);
    }

    [Fact]
    public void Invite_LinkTakenUp_MakesAUserOnce()
    {
        var issued = people.Do(users => users.InviteAsync(Tenant, new NewUser(" Ada@Example.com", "Ada", Roles.Owner | Roles.Analyst))).Value;
        Assert.Equal(("ada@example.com", UserStatus.Invited, firewall.Now.Plus(TimeSpan.FromDays(7))), (issued.User.Email, issued.User.Status, issued.ExpiresAt));
        Assert.Equal("SIGN_IN_REFUSED", people.SignIn("ada@example.com", "").Errors[0].Code);

        Assert.Equal(new LinkTarget("ada@example.com", "Ada"), people.Do(users => users.FindLinkAsync(LinkToken.Invitation, issued.Token)).Value);
        var joined = people.Do(users => users.AcceptLinkAsync(issued.Token, "right", "")).Value;
        Assert.Equal((UserStatus.Active, Roles.Owner | Roles.Analyst, null), (joined.Status, joined.Roles, joined.LinkExpiresAt));
        Assert.Equal("LINK_INVALID", people.Do(users => users.AcceptLinkAsync(issued.Token, "other", "")).Errors[0].Code);
        Assert.True(people.SignIn("ada@example.com").IsSuccess);
    }

    [Fact]
    public void AcceptLink_ExpiredReplacedOrOfALockedUser_IsRefused()
    {
        people.Join("boss@example.com", Roles.Owner);
        var first = people.Do(users => users.InviteAsync(Tenant, new NewUser("ada@example.com", "Ada", Roles.Analyst))).Value;
        var second = people.Do(users => users.IssueLinkAsync(Tenant, first.User.Id)).Value;
        Assert.False(Accept(first.Token).IsSuccess);

        people.Do(users => users.LockAsync(Tenant, first.User.Id, "left"));
        Assert.False(Accept(second.Token).IsSuccess);
        people.Do(users => users.UnlockAsync(Tenant, first.User.Id));
        firewall.Scheduler.RunFor(TimeSpan.FromDays(7));
        Assert.Equal("LINK_INVALID", Accept(second.Token).Errors[0].Code);
        Assert.Equal("LINK_INVALID", Accept("ffi_nobody_AAAA").Errors[0].Code);
        Assert.Equal("LINK_INVALID", Accept("").Errors[0].Code);

        Result<UserInfo> Accept(string token) => people.Do(users => users.AcceptLinkAsync(token, "new", ""));
    }

    [Theory]
    [InlineData("ada", "Ada", Roles.Owner, "EMAIL_INVALID")]
    [InlineData("ada@example.com", "", Roles.Owner, "NAME_LENGTH")]
    [InlineData("ada@example.com", "Ada", Roles.None, "ROLES_MISSING")]
    [InlineData("BOSS@example.com", "Ada", Roles.Owner, "EMAIL_TAKEN")]
    public void Invite_NotProperly_SaysWhatIsWrong(string email, string name, Roles roles, string code)
    {
        people.Join("boss@example.com", Roles.Owner);

        Assert.Equal([code], people.Do(users => users.InviteAsync(Tenant, new NewUser(email, name, roles))).Errors.Select(error => error.Code));
    }

    [Fact]
    public void Change_LastOwnerWhoCanSignIn_StaysOne()
    {
        var owner = people.Join("boss@example.com", Roles.Owner);
        people.Do(users => users.InviteAsync(Tenant, new NewUser("heir@example.com", "Heir", Roles.Owner)));
        Result<UserInfo>[] refused =
        [
            people.Do(users => users.ChangeAsync(Tenant, owner.Id, new UserChange(Roles: Roles.Auditor))),
            people.Do(users => users.LockAsync(Tenant, owner.Id, "drill")),
            people.Do(users => users.RemoveAsync(Tenant, owner.Id)),
        ];

        Assert.All(refused, result => Assert.Equal("LAST_OWNER", result.Errors[0].Code));
        people.Join("second@example.com", Roles.Owner);
        Assert.True(people.Do(users => users.RemoveAsync(Tenant, owner.Id)).IsSuccess);
        Assert.Null(people.Do(users => users.FindAsync(Tenant, owner.Id)));
    }

    [Fact]
    public void Change_Roles_HoldForTheNextRequestAndStandInTheLog()
    {
        people.Join("boss@example.com", Roles.Owner);
        var user = people.Join("ada@example.com", Roles.Analyst);
        var token = people.SignIn("ada@example.com").Value.Token;
        Assert.Equal(Roles.Analyst, people.Authenticate(token).Value.Roles);

        people.Do(users => users.ChangeAsync(Tenant, user.Id, new UserChange("Ada L", Roles.Auditor)));

        Assert.Equal(Roles.Auditor, people.Authenticate(token).Value.Roles);
        var entry = people.Audit()[^1];
        Assert.Equal("USER_CHANGED", entry.GetProperty("action").GetString());
        Assert.Equal("""{"email":"ada@example.com","name":"ada@example.com","roles":["ANALYST"]}""", entry.GetProperty("before").GetRawText());
        Assert.Equal("""{"email":"ada@example.com","name":"Ada L","roles":["AUDITOR"]}""", entry.GetProperty("after").GetRawText());
        var entries = people.Audit().Count;
        people.Do(users => users.ChangeAsync(Tenant, user.Id, new UserChange("Ada L", Roles.Auditor)));
        Assert.Equal(entries, people.Audit().Count);
    }

    [Fact]
    public void Lock_SignedInUser_IsOutAtOnceAndInAgainWhenUnlocked()
    {
        people.Join("boss@example.com", Roles.Owner);
        var user = people.Join("ada@example.com", Roles.Analyst);
        var token = people.SignIn("ada@example.com").Value.Token;

        Assert.Equal(("left", UserStatus.Locked), Describe(people.Do(users => users.LockAsync(Tenant, user.Id, "left")).Value));
        Assert.Equal("SESSION_ENDED", people.Authenticate(token).Errors[0].Code);
        Assert.Equal("USER_LOCKED", people.SignIn("ada@example.com").Errors[0].Code);
        Assert.Equal("SIGN_IN_REFUSED", people.SignIn("ada@example.com", "wrong").Errors[0].Code);

        Assert.Equal(("", UserStatus.Active), Describe(people.Do(users => users.UnlockAsync(Tenant, user.Id)).Value));
        Assert.Equal("SESSION_ENDED", people.Authenticate(token).Errors[0].Code);
        Assert.True(people.SignIn("ada@example.com").IsSuccess);

        static (string Reason, UserStatus Status) Describe(UserInfo user) => (user.LockReason, user.Status);
    }

    [Fact]
    public void SetUp_Link_MakesAnOwnerOnceWithinADay()
    {
        var token = LinkToken.Write(LinkToken.SetUp, Tenant, new byte[32]);
        var owner = new NewUser("boss@example.com", "Boss", Roles.None);
        Assert.Equal("LINK_INVALID", SetUp().Errors[0].Code);

        people.Do(users => users.OfferSetUpAsync(Tenant, LinkToken.Hash(token)));
        firewall.Scheduler.RunFor(TimeSpan.FromHours(24));
        Assert.Equal("LINK_INVALID", SetUp().Errors[0].Code);

        people.Do(users => users.OfferSetUpAsync(Tenant, LinkToken.Hash(token)));
        firewall.Restart();
        Assert.Equal(new LinkTarget("", ""), people.Do(users => users.FindLinkAsync(LinkToken.SetUp, token)).Value);
        Assert.Equal((Roles.Owner, UserStatus.Active), (SetUp().Value.Roles, people.Do(users => users.ListAsync(Tenant))[0].Status));
        Assert.Equal("LINK_INVALID", SetUp().Errors[0].Code);

        Result<UserInfo> SetUp() => people.Do(users => users.SetUpAsync(token, owner, "right", ""));
    }

    [Fact]
    public void SetUp_AddressOfAUser_BringsTheUserBackAsOwner()
    {
        people.Join("boss@example.com", Roles.Owner);
        var user = people.Join("ada@example.com", Roles.Analyst);
        people.Do(users => users.LockAsync(Tenant, user.Id, "left"));
        var token = LinkToken.Write(LinkToken.SetUp, Tenant, new byte[32]);
        people.Do(users => users.OfferSetUpAsync(Tenant, LinkToken.Hash(token)));

        var made = people.Do(users => users.SetUpAsync(token, new NewUser("ADA@example.com", "Ada", Roles.None), "fresh", "")).Value;

        Assert.Equal((user.Id, Roles.Owner | Roles.Analyst, UserStatus.Active), (made.Id, made.Roles, made.Status));
        Assert.True(people.SignIn("ada@example.com", "fresh").IsSuccess);
        Assert.Equal(2, people.Do(users => users.ListAsync(Tenant)).Count);
    }

    [Fact]
    public void Invite_MoreThanATenantMayHave_IsRefused()
    {
        people.Plant(Enumerable.Range(1, UsersGrain.MaximumUsers - 1).Select(i => $"user{i}@example.com"));

        Assert.True(people.Do(users => users.InviteAsync(Tenant, new NewUser("last@example.com", "Last", Roles.Analyst))).IsSuccess);
        Assert.Equal("USERS_EXHAUSTED", people.Do(users => users.InviteAsync(Tenant, new NewUser("one@example.com", "More", Roles.Analyst))).Errors[0].Code);
    }

    [Fact]
    public void Changes_Crash_AreThereWithTheirEntriesOrNotAtAll()
    {
        var outcomes = new HashSet<int>();
        for (var seed = 1; seed <= 30; seed++)
        {
            var crashing = new SimulatedFirewall(seed, TestPolicies.DailyLimit);
            var them = new People(crashing);
            var owner = them.Join("boss@example.com", Roles.Owner);
            var work = crashing.Scheduler.Start(async () =>
            {
                var issued = await them.Users.InviteAsync(Tenant, new NewUser("ada@example.com", "Ada", Roles.Analyst));
                await them.Users.ChangeAsync(Tenant, owner.Id, new UserChange("Boss"));
                await them.Users.RemoveAsync(Tenant, issued.Value.User.Id);
            });
            crashing.RunSteps(seed * 4, work);
            crashing.Restart();

            var users = them.Do(registry => registry.ListAsync(Tenant));
            var (invited, changed, removed) = (them.CountAudited("USER_INVITED") - 1, them.CountAudited("USER_CHANGED"), them.CountAudited("USER_REMOVED"));
            Assert.Equal((seed, 1 + invited - removed), (seed, users.Count));
            Assert.Equal((seed, changed == 1), (seed, users[0].Name == "Boss"));
            Assert.Equal((seed, null), (seed, crashing.Scheduler.Run(() => crashing.Silo.Services.GetRequiredService<AuditReader>().VerifyAsync(Tenant, default)).BrokenAt));
            outcomes.Add(invited + changed + removed);
        }

        Assert.True(outcomes.Count > 2, $"The crashes left {string.Join(", ", outcomes)} changes: they did not come in between.");
    }
}
