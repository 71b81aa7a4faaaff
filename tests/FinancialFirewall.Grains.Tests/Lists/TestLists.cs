using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Lists;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Tests.Firewalls;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Grains.Tests.Lists;

/// <summary>A firewall with two lists of devices, and what is done with them.</summary>
internal static class TestLists
{
    /// <summary>Blocks the device <c>stolen</c>, and scores the devices that are watched.</summary>
    public static string Policy { get; } = PolicyWith("""{ "kind": "BLOCK", "member": "deviceId", "entries": [{ "value": "stolen" }] }""");

    private static Caller Caller { get; } = new(SimulatedFirewall.Tenant, new CardTokenizer(new byte[32]));

    public static string PolicyWith(string blocked) => $$"""
        {
          "baseCurrency": "EUR",
          "configurations": [{
            "configurationName": "lists", "paymentSource": "BOTH", "riskAssessmentType": "REAL_TIME",
            "riskRules": { "customRules": [{ "name": "onTheList", "expression": "deviceId in @watched", "weight": 0.9 }] },
            "thresholds": { "rejectThreshold": 0.8, "approveThreshold": 0.3 }
          }],
          "lists": { "blocked": {{blocked}}, "watched": { "kind": "WATCH", "member": "deviceId" } }
        }
        """;

    public static TenantLists Of(SimulatedFirewall firewall) => firewall.Silo.Services.GetRequiredService<TenantLists>();

    public static T Call<T>(SimulatedFirewall firewall, Func<TenantLists, Task<T>> call) => firewall.Scheduler.Run(() => call(Of(firewall)));

    public static AssessmentAnswer Pay(SimulatedFirewall firewall, string reference, string device) => firewall.Assess(reference, "A", "10", "deviceId", device);

    public static Result<ListChangeCounts> Add(SimulatedFirewall firewall, string list, params string[] values) => firewall.Scheduler.Run(() => AddAsync(firewall, list, values));

    public static Task<Result<ListChangeCounts>> AddAsync(SimulatedFirewall firewall, string list, params string[] values)
        => Of(firewall).AddAsync(Caller, list, [.. values.Select(static value => new ListEntry(value))], "", static index => $"/{index}");

    public static Result<ListChangeCounts> Remove(SimulatedFirewall firewall, string list, params string[] values)
        => Call(firewall, lists => lists.RemoveAsync(Caller, list, values, "", static index => $"/{index}"));

    public static IReadOnlyList<ListEntry> Entries(SimulatedFirewall firewall, string list)
        => Call(firewall, async lists => (await lists.FindAsync(SimulatedFirewall.Tenant, list)).Value.Content.Read(ListSearch.All).Select(static pair => pair.Value).ToList());

    public static Task<Result<ListImport>> BeginAsync(SimulatedFirewall firewall, string list, bool dryRun)
        => Of(firewall).BeginImportAsync(Caller, new ListImportRequest(null, list, PaymentMember.DeviceId, Replaces: !dryRun, dryRun, "", "test"));

    public static Result<ListImportState> Import(SimulatedFirewall firewall, string list, bool dryRun, params string[] values)
        => firewall.Scheduler.Run(() => ImportAsync(firewall, list, dryRun, values));

    public static async Task<Result<ListImportState>> ImportAsync(SimulatedFirewall firewall, string list, bool dryRun, params string[] values)
    {
        var import = (await BeginAsync(firewall, list, dryRun)).Value;
        foreach (var value in values)
        {
            Assert.Null(import.Add(new ListEntry(value)));
            if (await import.FlushAsync(new ListImportProgress(1, 0)) is { IsSuccess: false } refused)
            {
                return refused;
            }
        }

        return await import.FinishAsync(new ListImportProgress(values.Length, 0));
    }
}
