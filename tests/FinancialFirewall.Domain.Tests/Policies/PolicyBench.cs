using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Policies;

/// <summary>A policy with the histories of one partition: takes payments as JSON and decides them one after the other.</summary>
internal sealed class PolicyBench
{
    public static readonly TenantId Tenant = new("bench");
    public static readonly Instant Start = Instant.From(new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero)); // a Wednesday
    private static readonly CardTokenizer Cards = new("a key of sixteen bytes or more"u8);

    private readonly PaymentReader reader = new(new PaymentReaderOptions { RefusesFuture = false });
    private readonly HistoryTable accounts;
    private readonly HistoryTable[] keyed;
    private readonly Contribution[] accountContributions = new Contribution[WindowDefinition.MaximumPerPolicy];
    private readonly Contribution[] keyedContributions = new Contribution[WindowDefinition.MaximumPerPolicy];
    private readonly byte[] record = new byte[256 * 1024];
    private readonly ArrayBufferWriter<byte> output = new();
    private long sequence;
    private int unnamed;

    public PolicyBench(CompiledPolicy policy)
    {
        Policy = policy;
        accounts = new HistoryTable(policy.AccountWindows);
        keyed = [.. policy.KeyedWindows.Select(static window => new HistoryTable(WindowPlan.Create([window.Window]).Value))];
    }

    public CompiledPolicy Policy { get; }

    public EvaluationFrame Frame { get; } = new();

    public Outcome Outcome;

    public static PolicyBench Of(string policyJson, int tenantAgeDays = 365) => new(Compile(policyJson, tenantAgeDays));

    public static CompiledPolicy Compile(string policyJson, int tenantAgeDays = 365)
    {
        var document = PolicyDocumentReader.Read(Encoding.UTF8.GetBytes(policyJson));
        Assert.True(document.IsSuccess, string.Join('\n', document.Errors));
        var policy = PolicyCompiler.Compile(document.Value, 7, Tenant, Start.Plus(TimeSpan.FromDays(-tenantAgeDays)));
        Assert.True(policy.IsSuccess, string.Join('\n', policy.Errors));
        return policy.Value;
    }

    /// <summary>Packs a payment; a reference, an amount, a currency and an account are filled in where they are missing.</summary>
    public byte[] Pack(string members, Instant at)
    {
        var payment = JsonNode.Parse($"{{{members}}}")!.AsObject();
        payment.TryAdd("transactionReference", $"R{++unnamed}");
        payment.TryAdd("amount", 50);
        payment.TryAdd("currency", "EUR");
        payment.TryAdd("fromAccountNumber", "A1");
        return PackWhole(payment.ToJsonString(), at);
    }

    /// <summary>Packs a payment that is complete.</summary>
    public byte[] PackWhole(string json, Instant at)
    {
        output.ResetWrittenCount();
        Assert.True(reader.TryRead(Encoding.UTF8.GetBytes(json), Cards, at, output, out var refusals), string.Join('\n', refusals));
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Decides a payment given by its members, such as <c>"amount": 12000</c>, and records it.</summary>
    public Assessed Assess(string members = "", double afterSeconds = 0)
    {
        var at = Start.Plus(TimeSpan.FromSeconds(afterSeconds));
        return Assess(Pack(members, at), at);
    }

    /// <summary>Decides a packed payment and records it.</summary>
    public Assessed Assess(byte[] payment, Instant at)
    {
        var length = Run(payment, at);
        return new Assessed(record.AsSpan(0, length).ToArray(), Outcome, Policy);
    }

    /// <summary>Decides a packed payment and records it; answers the length of the record.</summary>
    public int Run(byte[] payment, Instant at)
    {
        Frame.Load(payment, 0, payment.Length, at);
        Policy.Prepare(Frame, accountContributions, keyedContributions);
        var packed = Frame.Payment;
        var account = packed.Text(PaymentMember.FromAccountNumber);
        var entry = accounts.Find(account, packed.AccountHash);
        accounts.Measure(entry, at, accountContributions, Frame.Aggregates);
        Frame.AccountFirstSeen = entry < 0 ? at : accounts.FirstSeen(entry);
        var device = XxHash64.Hash(packed.Text(PaymentMember.DeviceId));
        Frame.DeviceIsNew = packed.Has(PaymentMember.DeviceId) && accounts.IsNewDevice(entry, device);
        MeasureKeys(packed, at);
        Policy.Decide(Frame, ref Outcome);
        var length = AssessmentRecordWriter.Write(record, new RecordStamp(5, ++sequence, 1_500), Frame, Outcome, Policy);
        entry = accounts.GetOrAdd(account, packed.AccountHash, at);
        accounts.Record(entry, at, accountContributions, packed.Bytes, Outcome.IsAccepted);
        if (packed.Has(PaymentMember.DeviceId))
        {
            accounts.SeeDevice(entry, device);
        }

        return length;
    }

    private void MeasureKeys(PackedPayment payment, Instant at)
    {
        for (var i = 0; i < keyed.Length; i++)
        {
            var window = Policy.KeyedWindows[i];
            var member = CompiledPolicy.KeyMember(window.Key);
            if (!payment.Has(member))
            {
                Frame.Aggregates[window.FrameIndex] = AggregateValue.Absent;
                continue;
            }

            var key = payment.Text(member);
            var entry = keyed[i].GetOrAdd(key, XxHash64.Hash(key), at);
            keyed[i].Measure(entry, at, keyedContributions.AsSpan(i, 1), Frame.Aggregates.AsSpan(window.FrameIndex, 1));
            Keep(ref Frame.Aggregates[window.FrameIndex]);
            keyed[i].Record(entry, at, keyedContributions.AsSpan(i, 1), payment.Bytes, accepted: true);
        }
    }

    // A text is valid until the history that gave it is changed, which is right afterwards.
    private static void Keep(ref AggregateValue value)
    {
        if (!value.Text.IsEmpty)
        {
            value = value with { Text = value.Text.ToArray() };
        }
    }
}
