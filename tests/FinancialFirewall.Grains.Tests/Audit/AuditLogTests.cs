using System.Text;
using System.Text.Json;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Tests.Firewalls;
using FinancialFirewall.Grains.Toggles;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.States;
using FinancialFirewall.Storage.Verification;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Grains.Tests.Audit;

public sealed class AuditLogTests
{
    private static readonly TenantId Tenant = SimulatedFirewall.Tenant;

    [Fact]
    public void Changes_Crash_AreThereWithTheirEntriesOrNotAtAll()
    {
        var outcomes = new HashSet<int>();
        for (var seed = 1; seed <= 40; seed++)
        {
            var firewall = new SimulatedFirewall(seed, TestPolicies.DailyLimit);
            var before = Actions(firewall).Count;
            var work = firewall.Scheduler.Start(() => ChangeAsync(firewall));
            firewall.RunSteps(seed * 4, work);
            firewall.Restart();

            var actions = Actions(firewall);
            var keys = Run(firewall, tenants => tenants.ListApiKeysAsync(Tenant));
            var profile = Run(firewall, tenants => tenants.FindAsync(Tenant))!;
            Assert.Equal((seed, keys.Count), (seed, actions.Count(action => action == "API_KEY_ISSUED")));
            Assert.Equal((seed, profile.Status == TenantStatus.Suspended), (seed, actions.Contains("TENANT_SUSPENDED")));
            Assert.Equal((seed, profile.Name == "Acme"), (seed, actions.Contains("TENANT_CONFIGURED")));
            var toggles = firewall.Scheduler.Run(() => Service<TenantToggles>(firewall).ListAsync(Tenant));
            Assert.Equal((seed, toggles.Count), (seed, actions.Count(action => action == "TOGGLE_DISABLED")));
            Assert.Equal((seed, null), (seed, firewall.Scheduler.Run(() => Service<AuditReader>(firewall).VerifyAsync(Tenant, default)).BrokenAt));
            outcomes.Add(actions.Count - before);
        }

        Assert.True(outcomes.Count > 2, $"The crashes left {string.Join(", ", outcomes)} entries: they did not come in between.");
    }

    [Fact]
    public void WriteAsync_ManyAtOnce_AreOneChain()
    {
        var firewall = new SimulatedFirewall(seed: 3, TestPolicies.DailyLimit);
        var before = Actions(firewall).Count;
        firewall.Scheduler.Run(() => Task.WhenAll(Enumerable.Range(0, 30).Select(i => Service<AuditLog>(firewall).AppendAsync(Tenant, new AuditNote("TEST", $"test/{i}")))));

        Assert.Equal(before + 30, Actions(firewall).Count);
        Assert.Equal(before + 30, firewall.Scheduler.Run(() => Service<AuditReader>(firewall).VerifyAsync(Tenant, default)).Entries);
    }

    [Fact]
    public void FindAsync_FiltersAndCursor_GiveEachEntryOnce()
    {
        var firewall = new SimulatedFirewall(seed: 4, TestPolicies.DailyLimit);
        firewall.Scheduler.Run(async () =>
        {
            for (var i = 1; i <= 200; i++)
            {
                await Service<AuditLog>(firewall).AppendAsync(Tenant, new AuditNote(i % 3 == 0 ? "THIRD" : "OTHER", $"test/{i}"));
            }
        });
        var found = new List<string>();
        long? cursor = null;
        do
        {
            var page = firewall.Scheduler.Run(() => Service<AuditReader>(firewall).FindAsync(Tenant, new AuditQuery { Action = "THIRD", Size = 7, Before = cursor }, default));
            found.AddRange(page.Records.Select(record => JsonDocument.Parse(record.Canonical).RootElement.GetProperty("target").GetString()!));
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(1, 66).Select(i => $"test/{i * 3}").Reverse(), found);
    }

    [Fact]
    public void Verify_OneByteOfAnEntryIsAnother_NamesTheEntryInTheRunningFirewallAndInTheDirectory()
    {
        var firewall = new SimulatedFirewall(seed: 5, TestPolicies.DailyLimit);
        firewall.Scheduler.Run(() => ChangeAsync(firewall));
        var key = new StateKey(Tenant, AuditHead.StateName, AuditHead.PageKey(1));
        firewall.Scheduler.Run(async () =>
        {
            var kept = await firewall.Storage.States.ReadAsync(key);
            var changed = kept!.Bytes.ToArray();
            changed[changed.AsSpan().IndexOf("\"name\":\"Acme\""u8) + 8] = (byte)'B';
            await firewall.Storage.States.WriteAsync(key, changed, kept.ETag);
        });
        var entry = Actions(firewall).IndexOf("TENANT_CONFIGURED") + 1;

        Assert.Equal(entry, firewall.Scheduler.Run(() => Service<AuditReader>(firewall).VerifyAsync(Tenant, default)).BrokenAt);
        firewall.Stop();
        var report = firewall.Scheduler.Run(() => new DataDirectoryVerifier(firewall.Disk, new InMemoryMasterKey(new byte[MasterKey.Length])).VerifyAsync().AsTask());
        Assert.Equal(
            $"entry {entry} of the audit log of tenant 'acme' is not what was written: its hash is not that of its text and the entry before it.",
            Assert.Single(report.Damages).Found);
    }

    [Fact]
    public void Authenticate_TenFailuresInARow_AreASecurityEvent()
    {
        var firewall = new SimulatedFirewall(seed: 6, TestPolicies.DailyLimit);
        for (var i = 0; i < 100; i++)
        {
            var wrong = $"ff_acme_{new string('A', 40)}{i:D3}";
            Assert.Equal("API_KEY_UNKNOWN", firewall.Scheduler.Run(() => Service<TenantDirectory>(firewall).AuthenticateAsync(wrong, default)).Errors[0].Code);
        }

        var entries = Entries(firewall).Where(entry => entry.GetProperty("action").GetString() == "SIGN_IN").ToList();
        Assert.Equal(2, entries.Count(entry => entry.TryGetProperty("securityEvent", out _)));
        Assert.InRange(entries.Count, RefusedAttempts.Burst, RefusedAttempts.Burst + 3);
    }

    [Fact]
    public void Authenticate_KeyOfATenantThatDoesNotExist_KeepsNothing()
    {
        var firewall = new SimulatedFirewall(seed: 7);
        Assert.False(firewall.Scheduler.Run(() => Service<TenantDirectory>(firewall).AuthenticateAsync($"ff_nobody_{new string('A', 43)}", default)).IsSuccess);

        Assert.Empty(firewall.Storage.States.GetTenants());
    }

    private static async Task ChangeAsync(SimulatedFirewall firewall)
    {
        var tenants = Service<TenantRegistry>(firewall);
        await tenants.IssueApiKeyAsync(Tenant, new ApiKeyRequest("one", Roles.Service));
        await tenants.ConfigureAsync(Tenant, new TenantSettings(Name: "Acme"));
        await Service<TenantToggles>(firewall).SetAsync(Tenant, new ToggleCommand(new ToggleContext(null, null, null), IsEnabled: false, "test", null));
        await tenants.SetStatusAsync(Tenant, TenantStatus.Suspended, "test");
    }

    private static T Service<T>(SimulatedFirewall firewall)
        where T : notnull
        => firewall.Silo.Services.GetRequiredService<T>();

    private static T Run<T>(SimulatedFirewall firewall, Func<TenantRegistry, Task<T>> work) => firewall.Scheduler.Run(() => work(Service<TenantRegistry>(firewall)));

    private static List<string> Actions(SimulatedFirewall firewall) => [.. Entries(firewall).Select(entry => entry.GetProperty("action").GetString()!)];

    private static List<JsonElement> Entries(SimulatedFirewall firewall) => firewall.Scheduler.Run(async () =>
    {
        var entries = new List<JsonElement>();
        await foreach (var record in Service<AuditReader>(firewall).ReadAllAsync(Tenant, default))
        {
            entries.Add(JsonDocument.Parse(Encoding.UTF8.GetString(record.Canonical.Span)).RootElement.Clone());
        }

        return entries;
    });
}
