using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Users;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Grains.Users;
using FinancialFirewall.Storage.States;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Grains.Tests.Users;

public sealed class SessionsGrainTests
{
    private const string Ada = "ada@example.com";
    private const string Nobody = "nobody@example.com";

    private static readonly TenantId Tenant = People.Tenant;

    private readonly SimulatedFirewall firewall;
    private readonly People people;
    private readonly UserInfo user;

    public SessionsGrainTests()
    {
        firewall = new SimulatedFirewall(seed: 12, TestPolicies.DailyLimit);
        people = new People(firewall);
        user = people.Join(Ada, Roles.Owner);
    }

    [Fact]
    public void Authenticate_SessionThatIsUsed_LastsTwelveHoursAndOverRestarts()
    {
        var token = people.SignIn(Ada).Value.Token;
        for (var minutes = 0; minutes < 700; minutes += 28)
        {
            firewall.Scheduler.RunFor(TimeSpan.FromMinutes(28));
            Assert.Equal((user.Id, Tenant, Roles.Owner), Describe(people.Authenticate(token).Value));
            if (minutes == 280)
            {
                firewall.Restart();
            }
        }

        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(20));
        Assert.Equal("SESSION_ENDED", people.Authenticate(token).Errors[0].Code);

        static (string User, TenantId Tenant, Roles Roles) Describe(Caller caller) => (caller.UserId, caller.Tenant, caller.Roles);
    }

    [Fact]
    public void Authenticate_SessionThatIsNotUsed_EndsAfterHalfAnHour()
    {
        var token = people.SignIn(Ada).Value.Token;
        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(29));
        Assert.True(people.Authenticate(token).IsSuccess);
        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(30));

        Assert.Equal("SESSION_ENDED", people.Authenticate(token).Errors[0].Code);
        Assert.Empty(people.Sign(sessions => sessions.ListAsync(Tenant, user.Id)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ffs_acme_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("ffs_nobody_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("ff_acme_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Authenticate_AnythingElse_IsNoSession(string token) => Assert.Equal("SESSION_ENDED", people.Authenticate(token).Errors[0].Code);

    [Theory]
    [InlineData(Ada)]
    [InlineData(Nobody)]
    public void Begin_AfterFailures_HasToWaitLongerAndLonger(string email)
    {
        for (var failure = 1; failure <= 5; failure++)
        {
            Assert.Equal("SIGN_IN_REFUSED", people.SignIn(email, "wrong").Errors[0].Code);
        }

        foreach (var seconds in new[] { 30, 60, 120 })
        {
            var refused = people.SignIn(email).Errors[0];
            Assert.Equal((SessionsGrain.TooManyAttemptsCode, $"{seconds}"), (refused.Code, refused.Value));
            firewall.Restart();
            Assert.Equal(SessionsGrain.TooManyAttemptsCode, people.SignIn(email).Errors[0].Code);
            firewall.Scheduler.RunFor(TimeSpan.FromSeconds(seconds));
            Assert.Equal("SIGN_IN_REFUSED", people.SignIn(email, "wrong").Errors[0].Code);
        }
    }

    [Fact]
    public void Begin_ManyAtOnce_AreNoMoreThanOneBehindTheOther()
    {
        var outcomes = firewall.Scheduler.Run(() => Task.WhenAll(Enumerable.Range(0, 50).Select(_ => people.Sessions.BeginAsync(Tenant, Ada))));

        Assert.Equal(LockOut.FirstFailure, outcomes.Count(outcome => outcome.IsSuccess));
    }

    [Fact]
    public void Finish_RightPassword_ForgetsFailures()
    {
        for (var round = 0; round < 3; round++)
        {
            for (var failure = 1; failure < LockOut.FirstFailure; failure++)
            {
                people.SignIn(Ada, "wrong");
            }

            Assert.True(people.SignIn(Ada).IsSuccess);
        }
    }

    [Fact]
    public void Unlock_UserWhoFailedTooOften_MayTryAtOnce()
    {
        for (var failure = 1; failure <= 9; failure++)
        {
            people.SignIn(Ada, "wrong");
        }

        Assert.False(people.SignIn(Ada).IsSuccess);
        people.Do(users => users.UnlockAsync(Tenant, user.Id));
        Assert.True(people.SignIn(Ada).IsSuccess);
    }

    [Fact]
    public void Fail_OftenInARow_IsASecurityEventInTheLog()
    {
        for (var failure = 1; failure <= 6; failure++)
        {
            people.SignIn(Ada, "wrong");
        }

        var refused = people.Audit().Where(entry => entry.GetProperty("outcome").GetString() == "REFUSED").ToList();
        Assert.Equal([false, false, false, false, true], refused.Select(entry => entry.TryGetProperty("securityEvent", out var name) && name.GetString() == "SIGN_INS_FAILED"));
        Assert.All(refused, entry => Assert.Equal(
            ("SIGN_IN", $"user/{user.Id}", "UNKNOWN", "127.0.0.1"),
            (entry.GetProperty("action").GetString(), entry.GetProperty("target").GetString(), entry.GetProperty("actor").GetProperty("kind").GetString(),
                entry.GetProperty("actor").GetProperty("source").GetString())));
    }

    [Fact]
    public void SignIn_TenantThatDoesNotExist_AnswersAlikeAndKeepsNothing()
    {
        var other = new TenantId("nobody");
        for (var failure = 1; failure <= 5; failure++)
        {
            Assert.Equal("SIGN_IN_REFUSED", SignIn());
        }

        Assert.Equal(SessionsGrain.TooManyAttemptsCode, SignIn());
        Assert.DoesNotContain(other, firewall.Silo.Services.GetRequiredService<IStateStore>().GetTenants());

        string SignIn() => firewall.Scheduler.Run(() => people.SignInAsync(other, Ada, "wrong")).Errors[0].Code;
    }

    [Fact]
    public void Finish_SecondFactor_TakesEachCodeOnce()
    {
        var (key, codes) = people.AddFactor(user);
        Assert.Equal("SECOND_FACTOR_REQUIRED", people.SignIn(Ada).Errors[0].Code);
        Assert.Equal("SECOND_FACTOR_WRONG", people.SignIn(Ada, code: people.Code(key)).Errors[0].Code);

        firewall.Scheduler.RunFor(TimeSpan.FromSeconds(30));
        var code = people.Code(key);
        Assert.True(people.SignIn(Ada, code: code).IsSuccess);
        firewall.Restart();
        Assert.Equal("SECOND_FACTOR_WRONG", people.SignIn(Ada, code: code).Errors[0].Code);

        Assert.Equal(RecoveryCode.Count, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(RecoveryCode.Count - 1, people.SignIn(Ada, recoveryCode: codes[3].ToLowerInvariant()).Value.User.RecoveryCodesLeft);
        Assert.Equal("SECOND_FACTOR_WRONG", people.SignIn(Ada, recoveryCode: codes[3]).Errors[0].Code);
        Assert.Equal(1, people.CountAudited("RECOVERY_CODE_USED"));
    }

    [Fact]
    public void Finish_WithoutACode_IsNoFailureAndAWrongOneIs()
    {
        people.AddFactor(user);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal("SECOND_FACTOR_REQUIRED", people.SignIn(Ada).Errors[0].Code);
        }

        for (var failure = 1; failure <= 5; failure++)
        {
            Assert.Equal("SECOND_FACTOR_WRONG", people.SignIn(Ada, code: "000000").Errors[0].Code);
        }

        Assert.Equal(SessionsGrain.TooManyAttemptsCode, people.SignIn(Ada).Errors[0].Code);
    }

    [Fact]
    public void ConfirmSecondFactor_NotOfferedOrWrong_IsRefused()
    {
        Assert.Equal("SECOND_FACTOR_NOT_OFFERED", Confirm("123456"));
        people.Do(users => users.OfferSecondFactorAsync(Tenant, user.Id));
        Assert.Equal("SECOND_FACTOR_WRONG", Confirm("12345"));
        Assert.True(people.SignIn(Ada).IsSuccess);

        string Confirm(string code) => people.Do(users => users.ConfirmSecondFactorAsync(Tenant, user.Id, code)).Errors[0].Code;
    }

    [Fact]
    public void ResetSecondFactor_Lost_LetsInByPasswordAndEndsSessions()
    {
        var (_, codes) = people.AddFactor(user);
        var token = people.SignIn(Ada, recoveryCode: codes[0]).Value.Token;

        Assert.False(people.Do(users => users.ResetSecondFactorAsync(Tenant, user.Id)).Value.HasSecondFactor);

        Assert.False(people.Authenticate(token).IsSuccess);
        Assert.True(people.SignIn(Ada).IsSuccess);
        Assert.Equal("SECOND_FACTOR_MISSING", people.Do(users => users.ResetSecondFactorAsync(Tenant, user.Id)).Errors[0].Code);
    }

    [Fact]
    public void Authenticate_TenantAsksForASecondFactor_NothingElseCanBeDone()
    {
        var token = people.SignIn(Ada).Value.Token;
        Assert.False(people.Authenticate(token).Value.MustSetUpFactor);
        firewall.Scheduler.Run(() => firewall.Silo.Services.GetRequiredService<TenantRegistry>().ConfigureAsync(Tenant, new TenantSettings(IsSecondFactorRequired: true)));

        Assert.True(people.Authenticate(token).Value.MustSetUpFactor);
        people.AddFactor(user);
        Assert.False(people.Authenticate(token).Value.MustSetUpFactor);
        Assert.Equal("SECOND_FACTOR_NEEDED", people.Do(users => users.RemoveSecondFactorAsync(Tenant, user.Id)).Errors[0].Code);
    }

    [Fact]
    public void SetPassword_OtherSessions_End()
    {
        var (mine, other) = (people.SignIn(Ada).Value, people.SignIn(Ada).Value);

        Assert.True(people.Do(users => users.SetPasswordAsync(Tenant, user.Id, mine.Session.Id, "fresh")).IsSuccess);

        Assert.True(people.Authenticate(mine.Token).IsSuccess);
        Assert.False(people.Authenticate(other.Token).IsSuccess);
        Assert.Equal([mine.Session.Id], people.Sign(sessions => sessions.ListAsync(Tenant, user.Id)).Select(session => session.Id));
        Assert.Equal("SIGN_IN_REFUSED", people.SignIn(Ada).Errors[0].Code);
        Assert.True(people.SignIn(Ada, "fresh").IsSuccess);
    }

    [Fact]
    public void Finish_PasswordChangedMeanwhile_IsRefused()
    {
        var begun = people.Sign(sessions => sessions.BeginAsync(Tenant, Ada)).Value;
        people.Do(users => users.SetPasswordAsync(Tenant, user.Id, "", "fresh"));

        var finished = people.Sign(sessions => sessions.FinishAsync(Tenant, Ada, new SignInProof(begun.UserId, begun.PasswordHash, "", ""), People.Origin));

        Assert.Equal("SIGN_IN_REFUSED", finished.Errors[0].Code);
    }

    [Fact]
    public void Finish_EleventhSession_EndsTheOldest()
    {
        var tokens = Enumerable.Range(0, 11).Select(_ => people.SignIn(Ada).Value.Token).ToList();

        Assert.Equal([.. Enumerable.Repeat(true, 11).Select((_, i) => i > 0)], tokens.Select(token => people.Authenticate(token).IsSuccess));
    }

    [Fact]
    public void End_OneOrAllOthers_LeavesTheRest()
    {
        var sessions = Enumerable.Range(0, 4).Select(_ => people.SignIn(Ada).Value).ToList();
        Assert.Equal("SESSION_NOT_FOUND", people.Sign(registry => registry.EndAsync(Tenant, "0000000000000000", sessions[0].Session.Id)).Errors[0].Code);

        Assert.True(people.Sign(registry => registry.EndAsync(Tenant, user.Id, sessions[0].Session.Id)).IsSuccess);
        Assert.Equal([false, true, true, true], sessions.Select(session => people.Authenticate(session.Token).IsSuccess));
        Assert.Equal(2, people.Sign(registry => registry.EndOthersAsync(Tenant, user.Id, sessions[2].Session.Id)));
        Assert.Equal([false, false, true, false], sessions.Select(session => people.Authenticate(session.Token).IsSuccess));
    }

    [Fact]
    public void Remove_SignedInUser_IsOutAtOnce()
    {
        var gone = people.Join("gone@example.com", Roles.Analyst);
        var token = people.SignIn("gone@example.com").Value.Token;

        people.Do(users => users.RemoveAsync(Tenant, gone.Id));

        Assert.Equal("SESSION_ENDED", people.Authenticate(token).Errors[0].Code);
    }
}
