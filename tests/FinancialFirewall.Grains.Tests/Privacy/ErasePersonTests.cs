using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Privacy;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Privacy;
using FinancialFirewall.Grains.Tests.Firewalls;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Grains.Tests.Privacy;

/// <summary>A person is forgotten in records, histories, snapshots and windows, and everything else goes on.</summary>
public sealed class ErasePersonTests
{
    /// <summary>More operations than an erasure takes.</summary>
    private const int MostOperations = 90;

    private const string Account = "ACC-SECRET";

    private const string ByDevice = """
        {
          "baseCurrency": "EUR",
          "configurations": [{
            "configurationName": "devices", "paymentSource": "BOTH", "riskAssessmentType": "REAL_TIME",
            "riskRules": { "customRules": [{ "name": "often", "expression": "count(payments by device, 24h) > 2", "weight": 0.9 }] },
            "thresholds": { "rejectThreshold": 0.8, "approveThreshold": 0.3 }
          }],
          "lists": { "watched": { "kind": "WATCH", "entries": [{ "value": "C-1" }] } }
        }
        """;

    public static TheoryData<int, int> Operations => Seeds.PortionsOf(MostOperations, 30);

    [Fact]
    public void Erase_CustomerNearTheLimit_ForgetsTheAccountsHistoryAndNoOthers()
    {
        var firewall = new SimulatedFirewall(1, TestPolicies.DailyLimit, recordsBetweenSnapshots: 2);
        Pay(firewall);

        var erased = Erase(firewall, Customer("C-1"));

        Assert.Equal((2L, 1, 0L), (erased.Payments, erased.Accounts, erased.AlreadyErased));
        Assert.NotNull(erased.ErasedAt);
        AssertForgotten(firewall);
        firewall.Restart();
        AssertForgotten(firewall);
        firewall.Scheduler.RunFor(TimeSpan.FromSeconds(1));
        Assert.Equal(Decision.Approve, DecisionOf(firewall.Assess("later", Account, "900", "customerId", "C-1")));
        Assert.Equal(Decision.Reject, DecisionOf(firewall.Assess("latest", Account, "200", "customerId", "C-1")));
        firewall.Restart();
        Assert.Equal(Decision.Reject, DecisionOf(firewall.Assess("after", Account, "200", "customerId", "C-1")));
        Assert.Equal(Decision.Reject, DecisionOf(firewall.Assess("other", "B", "200")));
        Assert.Equal((3L, 2L), Count(Erase(firewall, Customer("C-1"))));
    }

    [Fact]
    public void Erase_OneAccount_LeavesTheOthersOfTheCustomer()
    {
        var firewall = new SimulatedFirewall(2, TestPolicies.DailyLimit);
        firewall.Assess("p1", Account, "10", "customerId", "C-1");
        firewall.Assess("p2", "OTHER", "10", "customerId", "C-1");
        firewall.Assess("p3", Account, "10");

        Assert.Equal((2L, 0L), Count(Erase(firewall, new Person(PaymentMember.FromAccountNumber, Encoding.ASCII.GetBytes(Account)))));

        Assert.NotNull(PaymentOf(firewall, "p1").ErasedAt);
        Assert.NotNull(PaymentOf(firewall, "p3").ErasedAt);
        Assert.Null(PaymentOf(firewall, "p2").ErasedAt);
        Assert.Equal((1L, 1L), Count(Erase(firewall, Customer("C-1"))));
    }

    [Fact]
    public void Assess_ReferenceOfAnErasedPayment_ComparesWhatIsLeft()
    {
        var firewall = new SimulatedFirewall(3, TestPolicies.DailyLimit);
        string[] first = ["p1", Account, "10", "customerId", "C-1", "debtorName", "Jane", "paymentType", "SEPA"];
        firewall.Assess(first);
        Erase(firewall, Customer("C-1"));

        var again = firewall.Assess(first);
        Assert.True(again.IsDuplicate);
        Assert.NotNull(new AssessmentRecord(again.Record.Span).Payment.ErasedAt);
        Assert.True(firewall.Assess("p1", Account, "10", "customerId", "C-1", "debtorName", "John", "paymentType", "SEPA").IsDuplicate);
        Assert.Equal(["amount"], Differences(firewall.Assess("p1", Account, "11", "customerId", "C-1", "debtorName", "Jane", "paymentType", "SEPA")));
        Assert.Equal(["paymentType"], Differences(firewall.Assess("p1", Account, "10", "customerId", "C-1", "debtorName", "Jane")));
        Assert.Equal(["fromAccountNumber"], Differences(firewall.Assess("p1", "ANOTHER", "10", "paymentType", "SEPA")));
    }

    [Fact]
    public void Assess_RefundOfAnErasedPayment_IsDecidedAndReleasesNothing()
    {
        var firewall = new SimulatedFirewall(4, TestPolicies.DailyLimit);
        Pay(firewall);
        Erase(firewall, Customer("C-1"));
        firewall.Scheduler.RunFor(TimeSpan.FromSeconds(1));

        Assert.Equal(Decision.Approve, DecisionOf(firewall.Assess("refund", "B2", "400", "kind", "REFUND", "originalTransactionReference", "p1")));
        firewall.Scheduler.RunFor(TimeSpan.FromMinutes(3));
        Assert.Equal(Decision.Approve, DecisionOf(firewall.Assess("next", Account, "900")));
        firewall.Restart();
        Assert.Equal(Decision.Reject, DecisionOf(firewall.Assess("last", Account, "200")));
    }

    [Fact]
    public void Erase_DeviceInWindows_IsForgottenThereToo()
    {
        var firewall = new SimulatedFirewall(5, ByDevice);
        firewall.Assess("p1", Account, "10", "customerId", "C-1", "deviceId", "d1");
        firewall.Assess("p2", Account, "10", "customerId", "C-1", "deviceId", "d1");
        firewall.Assess("q1", "B", "10", "deviceId", "d2");
        firewall.Assess("q2", "B", "10", "deviceId", "d2");

        Assert.Equal(["watched"], Erase(firewall, Customer("C-1")).Lists);

        Assert.Equal(Decision.Approve, DecisionOf(firewall.Assess("p3", "NEW", "10", "deviceId", "d1")));
        Assert.Equal(Decision.Reject, DecisionOf(firewall.Assess("q3", "NEW", "10", "deviceId", "d2")));
        firewall.Restart();
        Assert.Equal(Decision.Approve, DecisionOf(firewall.Assess("p4", "NEW", "10", "deviceId", "d1")));
        Assert.Equal(Decision.Reject, DecisionOf(firewall.Assess("q4", "NEW", "10", "deviceId", "d2")));
    }

    [Theory, MemberData(nameof(Operations))]
    public void Erase_PowerGoesAtAnyDiskOperation_IsDoneOrNot(int first, int last)
    {
        for (var operation = first; operation <= last; operation++)
        {
            Seeds.Run(operation, () => AssertDoneOrNot(operation));
        }
    }

    private static void AssertDoneOrNot(int operation)
    {
        var firewall = new SimulatedFirewall(operation, TestPolicies.DailyLimit, recordsBetweenSnapshots: 2);
        Pay(firewall);
        firewall.Disk.CrashAt = firewall.Disk.Operations + operation;
        firewall.RunUntilDead(firewall.Scheduler.Start(() => Eraser(firewall).EraseAsync(SimulatedFirewall.Tenant, Customer("C-1"), default)));
        Assert.True(operation < MostOperations || !firewall.Disk.IsDead, "An erasure takes more operations than are tried.");
        firewall.Restart();
        firewall.Scheduler.Run(() => Eraser(firewall).ResumeAllAsync());
        var isErased = PaymentOf(firewall, "p1").ErasedAt is not null;
        Assert.Equal(isErased, PaymentOf(firewall, "p2").ErasedAt is not null);
        Assert.Empty(firewall.Storage.Persons.Unfinished);
        if (!isErased)
        {
            Assert.Equal(Decision.Reject, DecisionOf(firewall.Assess("still", Account, "300", "customerId", "C-1")));
            Erase(firewall, Customer("C-1"));
        }

        AssertForgotten(firewall);
    }

    /// <summary>800 from the account of customer C-1, 900 from account B of nobody.</summary>
    private static void Pay(SimulatedFirewall firewall)
    {
        firewall.Assess("p1", Account, "400", "customerId", "C-1", "debtorName", "Jane Secret");
        firewall.Assess("p2", Account, "400", "customerId", "C-1");
        firewall.Assess("b1", "B", "900");
        Assert.Equal(Decision.Reject, DecisionOf(firewall.Scheduler.Run(() => firewall.PreviewAsync(SimulatedFirewall.Payment("x", Account, "300")))));
    }

    private static void AssertForgotten(SimulatedFirewall firewall)
    {
        var payment = PaymentOf(firewall, "p1");
        Assert.NotNull(payment.ErasedAt);
        Assert.False(payment.Has(PaymentMember.DebtorName) || payment.Has(PaymentMember.FromAccountNumber));
        Assert.Equal(40_000, payment.AmountMinor);
        Assert.Equal(Decision.Approve, DecisionOf(firewall.Scheduler.Run(() => firewall.PreviewAsync(SimulatedFirewall.Payment("x", Account, "300")))));
        Assert.Equal(Decision.Reject, DecisionOf(firewall.Scheduler.Run(() => firewall.PreviewAsync(SimulatedFirewall.Payment("x", "B", "300")))));
        foreach (var name in firewall.Disk.Files.Where(file => file.StartsWith("snapshots/acme/", StringComparison.Ordinal)).Select(NameOf).Distinct())
        {
            var snapshot = firewall.Scheduler.Run(async () => await firewall.Storage.Snapshots.LoadAsync(SimulatedFirewall.Tenant, name)).Snapshot;
            Assert.Equal(-1, snapshot?.Bytes.Span.IndexOf(Encoding.ASCII.GetBytes(Account)) ?? -1);
        }
    }

    private static string NameOf(string file) => file["snapshots/acme/".Length..file.LastIndexOf('-')];

    private static PersonErasure Erase(SimulatedFirewall firewall, Person person)
        => firewall.Scheduler.Run(() => Eraser(firewall).EraseAsync(SimulatedFirewall.Tenant, person, default)).Value;

    private static PersonEraser Eraser(SimulatedFirewall firewall) => firewall.Silo.Services.GetRequiredService<PersonEraser>();

    private static Person Customer(string id) => new(PaymentMember.CustomerId, Encoding.ASCII.GetBytes(id));

    private static (long Payments, long Before) Count(PersonErasure erased) => (erased.Payments, erased.AlreadyErased);

    private static PackedPayment PaymentOf(SimulatedFirewall firewall, string reference)
        => new AssessmentRecord(firewall.Find(reference)!.Value.Record.Span).Payment;

    private static Decision DecisionOf(AssessmentAnswer answer)
        => answer.Refusal is null ? new AssessmentRecord(answer.Record.Span).Decision : throw new InvalidOperationException(answer.Refusal[0].Message);

    private static IEnumerable<string> Differences(AssessmentAnswer answer) => answer.Refusal!.Select(error => error.Member);
}
