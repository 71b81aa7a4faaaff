using System.Text;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Grains.Backtests;
using FinancialFirewall.Grains.Drafts;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Grains.Toggles;
using FinancialFirewall.Grains.Trials;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Grains.Tests.Trials;

/// <summary>What tests do with policies that are tried.</summary>
internal static class TestTrials
{
    public static TenantId Tenant => SimulatedFirewall.Tenant;

    public static T Run<TWay, T>(SimulatedFirewall firewall, Func<TWay, Task<T>> work)
        where TWay : notnull
        => firewall.Scheduler.Run(() => work(firewall.Silo.Services.GetRequiredService<TWay>()));

    public static Result<Backtest> Start(SimulatedFirewall firewall, BacktestRequest request) => Run<TenantBacktests, Result<Backtest>>(firewall, way => way.StartAsync(Tenant, request));

    public static Result<Backtest> Find(SimulatedFirewall firewall, Guid id) => Run<TenantBacktests, Result<Backtest>>(firewall, way => way.FindAsync(Tenant, id));

    public static Result<Backtest> Cancel(SimulatedFirewall firewall, Guid id) => Run<TenantBacktests, Result<Backtest>>(firewall, way => way.CancelAsync(Tenant, id));

    /// <summary>The report of a backtest that comes to its end.</summary>
    public static PolicyReport Test(SimulatedFirewall firewall, BacktestRequest request)
    {
        var backtest = Wait(firewall, Start(firewall, request).Value.Id);
        Assert.Equal((BacktestStatus.Done, null), (backtest.Status, backtest.Error));
        Assert.Equal((backtest.Progress.Records, 100), (backtest.Progress.Read, backtest.Progress.Percent));
        return backtest.Report!;
    }

    /// <summary>A backtest once it has ended, or as it is after a minute.</summary>
    public static Backtest Wait(SimulatedFirewall firewall, Guid id)
    {
        for (var second = 0; second < 60 && Find(firewall, id).Value.Status == BacktestStatus.Running; second++)
        {
            firewall.Scheduler.RunFor(TimeSpan.FromSeconds(1));
        }

        return Find(firewall, id).Value;
    }

    public static Result<PolicyReport> Preview(SimulatedFirewall firewall, PolicyPreview preview) => Run<PolicyPreviews, Result<PolicyReport>>(firewall, way => way.LookAsync(Tenant, preview, default));

    public static Result<WhatIfAnswer> Ask(SimulatedFirewall firewall, WhatIfQuestion question) => Run<WhatIfs, Result<WhatIfAnswer>>(firewall, way => way.AskAsync(Tenant, question, default));

    public static PolicyChoice OfVersion(int version) => new() { Version = version };

    public static PolicyChoice OfFile(string policy) => new() { File = Encoding.UTF8.GetBytes(policy) };

    public static PolicyChoice OfConfigurations(params string[] configurations)
        => new() { Configurations = [.. configurations.Select(static one => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(one))] };

    public static PolicyChoice Drafted(SimulatedFirewall firewall, string policy)
    {
        var draft = Run<TenantDrafts, Result<PolicyDraft>>(firewall, way => way.CreateAsync(Tenant, new NewDraft("stricter", ""))).Value;
        var change = new DraftChange(null) { Document = Encoding.UTF8.GetBytes(policy) };
        return new PolicyChoice { Draft = Run<TenantDrafts, Result<PolicyDraft>>(firewall, way => way.ChangeAsync(Tenant, draft.Id, change)).Value.Id };
    }

    /// <summary>Switches the fraud check of the whole tenant.</summary>
    public static void Switch(SimulatedFirewall firewall, bool isEnabled, string reason)
        => Assert.True(firewall.Scheduler.Run(() =>
        {
            TenantScope.Enter(Tenant);
            return firewall.GetGrain<IToggleGrain>(Tenant.Name).Set(new ToggleCommand(new ToggleContext(null, null, null), isEnabled, reason, null));
        }).IsSuccess);

    public static IEnumerable<string> Spell(PolicyReport report) => report.Decisions.Select(static pair => $"{pair.Before} {pair.After} {pair.Value.Count}").Order(StringComparer.Ordinal);

    public static string Spell(MovedValue value) => string.Join(", ", value.Amounts.Select(static sum => FormattableString.Invariant($"{sum.Amount} {sum.Currency} ({sum.Count})")));
}
