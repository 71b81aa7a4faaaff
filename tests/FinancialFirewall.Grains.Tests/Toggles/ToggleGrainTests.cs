using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Grains.Toggles;

namespace FinancialFirewall.Grains.Tests.Toggles;

public sealed class ToggleGrainTests
{
    private static readonly ToggleContext Whole = new(null, null, null);
    private static readonly ToggleContext Card = new("CARD", null, null);

    [Fact]
    public void Set_DisabledForATenant_ApprovesTheVeryNextPaymentUntilItIsEnabledAgain()
    {
        var firewall = new SimulatedFirewall(seed: 1, TestPolicies.AmountLimit(100));
        Assert.Equal(Decision.Reject, firewall.Assess("r1", "A", "500").Decision());

        var off = Set(firewall, new ToggleCommand(Whole, IsEnabled: false, "maintenance", "ann")).Value;
        Assert.Equal(Decision.Approve, firewall.Assess("r2", "A", "500").Decision());
        var check = Call(firewall, grain => grain.Check(Card));
        Assert.Equal((false, off.Id), (check.IsEnabled, check.Winner!.Id));

        var on = Set(firewall, new ToggleCommand(Whole, IsEnabled: null, "over", "ann")).Value;
        Assert.Equal((off.Id, true), (on.Id, on.IsEnabled));
        Assert.Equal(Decision.Reject, firewall.Assess("r3", "A", "500").Decision());
        Assert.Single(Call(firewall, grain => grain.List()));
    }

    [Fact]
    public void Set_DeeperToggle_DecidesForItsContextAlone()
    {
        var firewall = new SimulatedFirewall(seed: 2, TestPolicies.AmountLimit(100));
        Assert.True(Set(firewall, new ToggleCommand(Card, IsEnabled: false, "cards", null)).IsSuccess);
        Assert.Equal(Decision.Approve, firewall.Assess("r1", "A", "500", "paymentType", "CARD").Decision());
        Assert.Equal(Decision.Reject, firewall.Assess("r2", "A", "500").Decision());
        Assert.True(Call(firewall, grain => grain.Check(Whole)).IsEnabled);
    }

    [Fact]
    public void Set_AnotherToggleOfTheContextComesFirst_IsRefusedAndNamesIt()
    {
        var toggles = """[{"paymentType":"CARD","isEnabled":false,"priority":1},{"paymentType":"CARD","isEnabled":true}]""";
        var policy = TestPolicies.AmountLimit(100).TrimEnd()[..^1] + $", \"toggles\": {toggles} }}";
        var firewall = new SimulatedFirewall(seed: 3, policy);
        var first = Call(firewall, grain => grain.List())[0];

        var refused = Set(firewall, new ToggleCommand(Card, IsEnabled: true, "again", null));
        var error = new Error(
            ErrorKind.Conflict,
            "TOGGLE_OVERRULED",
            "isEnabled",
            "true",
            $"The toggle {first.Id} (level {ToggleLevel.PaymentType}, priority 1) would still win and keep the check off: change that one.");
        Assert.Equal([error], refused.Errors);
        Assert.Equal((1, Decision.Approve), (firewall.Assess("r1", "A", "500", "paymentType", "CARD").PolicyVersion(), firewall.Find("r1")?.Decision()));
    }

    [Fact]
    public void Replace_SomebodyElseChangedIt_IsRefusedAndLosesNothing()
    {
        var firewall = new SimulatedFirewall(seed: 4, TestPolicies.AmountLimit(100));
        var first = Call(firewall, grain => grain.Create(new ToggleDraft(Disabled("maintenance")))).Value;
        var seen = ToggleDocument.TagOf(first);
        Assert.True(Call(firewall, grain => grain.Replace(first.Id, new ToggleDraft(Disabled("upgrade"), seen))).IsSuccess);

        var late = Call(firewall, grain => grain.Replace(first.Id, new ToggleDraft(Disabled("holiday"), seen)));
        var gone = Call(firewall, grain => grain.Delete(first.Id, seen));

        Assert.Equal(("TOGGLE_CHANGED", "TOGGLE_CHANGED"), (late.Errors[0].Code, gone.Errors[0].Code));
        var kept = Assert.Single(Call(firewall, grain => grain.List()));
        Assert.Equal((first.Id, first.CreatedAt, "upgrade"), (kept.Id, kept.CreatedAt, kept.DisabledReason));
    }

    [Fact]
    public void Create_ThreeAtOnce_AllAreKeptUnderIdsOfTheirOwn()
    {
        var firewall = new SimulatedFirewall(seed: 5, TestPolicies.AmountLimit(100));

        var created = firewall.Scheduler.Run(() =>
        {
            TenantScope.Enter(SimulatedFirewall.Tenant);
            var grain = firewall.GetGrain<IToggleGrain>("acme");
            return Task.WhenAll(Enumerable.Range(1, 3).Select(number => grain.Create(new ToggleDraft(Disabled($"reason {number}")))));
        });

        Assert.All(created, static one => Assert.True(one.IsSuccess));
        Assert.Equal(3, Call(firewall, grain => grain.List()).Select(static toggle => toggle.Id).Distinct().Count());
    }

    private static Toggle Disabled(string reason)
        => new() { Id = Guid.Empty, IsEnabled = false, DisabledReason = reason, CreatedAt = default, UpdatedAt = default };

    private static Result<Toggle> Set(SimulatedFirewall firewall, ToggleCommand command) => Call(firewall, grain => grain.Set(command));

    private static T Call<T>(SimulatedFirewall firewall, Func<IToggleGrain, Task<T>> call) => firewall.Scheduler.Run(() =>
    {
        TenantScope.Enter(SimulatedFirewall.Tenant);
        return call(firewall.GetGrain<IToggleGrain>("acme"));
    });
}
