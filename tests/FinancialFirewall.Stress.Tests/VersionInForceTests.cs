using System.Globalization;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Stress.Tests.Payments;
using FinancialFirewall.Stress.Tests.Running;

namespace FinancialFirewall.Stress.Tests;

/// <summary>A change holds for the very next payment, on real threads and under load: each payment is decided by the version in force when it was accepted, and by no other.</summary>
public sealed class VersionInForceTests : IDisposable
{
    private const int Seed = 20261122;
    private const int Payments = 100_000;
    private const int Changes = 200;
    private const int Workers = 4;
    private const int PaymentsPerChange = Payments / Changes;
    private const int Batch = PaymentsPerChange / 10;

    /// <summary>Enough that no account ever reaches its daily limit: what decides is the version alone.</summary>
    private const int Accounts = 25_000;

    private const int LargestAmount = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly SteppedTime time = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly ComplaintLog log = new();
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("firewall-version-tests-");
    private readonly SemaphoreSlim due = new(0);
    private readonly SemaphoreSlim room = new(PaymentsPerChange / Batch);
    private int taken;
    private int answered;

    [Fact]
    public async Task Assess_WhileConfigurationsAndTogglesChange_DecidesByTheVersionInForceWhenItWasAccepted()
    {
        var tenant = new StressTenant(new TenantId("acme"), time);
        await using (var firewall = await StressFirewall.StartAsync(directory.FullName, time, log))
        {
            await firewall.ProvisionAsync(tenant.Id, StressPolicy.File(paymentLimit: LargestAmount));
            await tenant.PublishAsync(firewall, paymentLimit: LargestAmount);
            var work = Enumerable.Range(0, Workers).Select(_ => Task.Run(() => SendAsync(firewall, tenant))).Append(Task.Run(() => ChangeAsync(firewall, tenant)));
            await Task.WhenAll(work).WaitAsync(Patience);
        }

        Assert.Equal((Payments, Changes + 1), (tenant.Exchanges.Count, tenant.Policies.Count));
        var certain = tenant.Exchanges.Count(exchange => Check(tenant, exchange));
        Assert.True(certain >= Payments / 2, $"Only {certain} payments were sent and answered between two changes.");
        Assert.Empty(log.Complaints);
    }

    public void Dispose()
    {
        due.Dispose();
        room.Dispose();
        directory.Delete(recursive: true);
    }

    /// <summary>A payment is decided as its version says, which its publisher had been told of when it was sent, or which was being published before it was answered.</summary>
    /// <returns>Whether there was but one such version.</returns>
    private static bool Check(StressTenant tenant, Exchange exchange)
    {
        Assert.True(exchange.IsDecision, exchange.Answer.Refusal?[0].Message);
        var record = new AssessmentRecord(exchange.Answer.Record.Span);
        Assert.True(
            record.PolicyVersion >= exchange.InForce && record.PolicyVersion <= exchange.Begun,
            $"seed {Seed}: {exchange.Payment} was decided by version {record.PolicyVersion}, and not by {exchange.InForce} to {exchange.Begun}.");
        var policy = tenant.Policies[record.PolicyVersion];
        var isChecked = policy.ChecksCards || exchange.Payment.Type is null;
        var expected = isChecked && exchange.Payment.Amount > policy.PaymentLimit ? Decision.Reject : Decision.Approve;
        Assert.True(expected == record.Decision, $"seed {Seed}: {exchange.Payment} is {record.Decision} by version {record.PolicyVersion}: {policy}.");
        return exchange.InForce == exchange.Begun;
    }

    /// <summary>Each change comes when half of the payments before the next one are answered, and the other half comes beside it, however fast either of them is.</summary>
    private async Task SendAsync(StressFirewall firewall, StressTenant tenant)
    {
        for (var number = Interlocked.Add(ref taken, Batch) - Batch; number < Payments; number = Interlocked.Add(ref taken, Batch) - Batch)
        {
            await room.WaitAsync();
            await tenant.SendAsync(firewall, [.. Enumerable.Range(number, Batch).Select(Payment)]);
            if (Interlocked.Add(ref answered, Batch) % PaymentsPerChange == PaymentsPerChange / 2)
            {
                due.Release();
            }
        }
    }

    private async Task ChangeAsync(StressFirewall firewall, StressTenant tenant)
    {
        for (var change = 0; change < Changes; change++)
        {
            await due.WaitAsync();
            await (change % 2 == 0 ? tenant.ToggleCardsAsync(firewall) : tenant.PublishAsync(firewall, paymentLimit: 50 + (change % 100)));
            room.Release(PaymentsPerChange / Batch);
        }
    }

    private static StressPayment Payment(int number)
    {
        var body = new Random(unchecked(Seed + number));
        return new StressPayment(
            string.Create(CultureInfo.InvariantCulture, $"V-{number}"), $"ACC-{number % Accounts}", 1 + body.Next(LargestAmount), body.Next(4) == 0 ? StressPolicy.Card : null, Original: null);
    }
}
