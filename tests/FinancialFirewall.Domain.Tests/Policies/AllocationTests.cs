using System.Buffers;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Tests.Bytes;

namespace FinancialFirewall.Domain.Tests.Policies;

public sealed class AllocationTests
{
    private const int Payments = 2_000;

    [Fact]
    public void PrepareDecideRecordAndAnswer_InSteadyState_AllocateNothing()
    {
        var bench = new PolicyBench(PolicyCompiler.Compile(DemoPolicy.Document, 7, PolicyBench.Tenant, PolicyBench.Start).Value);
        byte[][] payments = [.. Enumerable.Range(0, 40).Select(i => bench.Pack(
            $"\"amount\": {(i % 3) * 6_000 + 10}, \"currency\": \"{(i % 5 == 0 ? "USD" : "EUR")}\", \"fromAccountNumber\": \"A{i % 7}\", \"toAccountNumber\": \"B{i % 4}\", \"deviceId\": \"d{i % 3}\", "
                + "\"country\": \"FR\", \"ipAddress\": \"192.0.2.1\", \"userAgent\": \"Headless\", \"description\": \"gift card\", \"creditorName\": \"Somebody\"",
            PolicyBench.Start))];
        var records = new byte[payments.Length][];
        for (var i = 0; i < payments.Length; i++)
        {
            records[i] = bench.Assess(payments[i], PolicyBench.Start).Record;
        }

        Assert.Equal(0, Allocation.Least(() => Decide(bench, records, Payments)));
    }

    private static readonly byte[] Room = new byte[64 * 1024];
    private static readonly FixedWriter Output = new(new byte[64 * 1024]);
    private static readonly Contribution[] Account = new Contribution[32];
    private static readonly Contribution[] Keyed = new Contribution[32];

    private static void Decide(PolicyBench bench, byte[][] records, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Replay.Load(records[i % records.Length], 0, bench.Frame);
            bench.Policy.Prepare(bench.Frame, Account, Keyed);
            bench.Policy.Decide(bench.Frame, ref bench.Outcome);
            AssessmentRecordWriter.Write(Room, new RecordStamp(5, i, 10), bench.Frame, bench.Outcome, bench.Policy);
            Output.Clear();
            AnswerWriter.WriteBrief(Output, new AssessmentRecord(Room), bench.Policy);
        }
    }

    private sealed class FixedWriter(byte[] buffer) : IBufferWriter<byte>
    {
        private int written;

        public void Clear() => written = 0;

        public void Advance(int count) => written += count;

        public Memory<byte> GetMemory(int sizeHint = 0) => buffer.AsMemory(written);

        public Span<byte> GetSpan(int sizeHint = 0) => buffer.AsSpan(written);
    }
}
