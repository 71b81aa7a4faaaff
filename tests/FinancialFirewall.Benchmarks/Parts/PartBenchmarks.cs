using BenchmarkDotNet.Attributes;
using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Benchmarks.Parts;

/// <summary>The engine's parts by themselves, a group of payments of known accounts at a time. Times and bytes are of one payment.</summary>
[MemoryDiagnoser]
public class PartBenchmarks
{
    private readonly PaymentLines lines = new(PaymentPipeline.Group, accountCount: 10_000);
    private readonly PaymentPipeline pipeline = new(LoadPolicy.Compiled);
    private readonly Instant now = Instant.From(DateTimeOffset.UtcNow);

    /// <summary>Makes the accounts known.</summary>
    [GlobalSetup]
    public void Setup()
    {
        lines.FillAtRandom("parts", round: 1, PaymentPipeline.Group, seed: 1);
        Read();
        Prepare();
        Measure();
        Decide();
        Record();
        Write();
    }

    /// <summary>Reading, normalising and packing.</summary>
    [Benchmark(OperationsPerInvoke = PaymentPipeline.Group)]
    public void Read() => pipeline.Read(lines.Bytes.AsSpan(0, lines.Length), PaymentPipeline.Group, now);

    /// <summary>What a payment adds to each window.</summary>
    [Benchmark(OperationsPerInvoke = PaymentPipeline.Group)]
    public void Prepare() => pipeline.Prepare(0, PaymentPipeline.Group, now);

    /// <summary>Finding the account, measuring its windows.</summary>
    [Benchmark(OperationsPerInvoke = PaymentPipeline.Group)]
    public void Measure() => pipeline.Measure(0, PaymentPipeline.Group, now);

    /// <summary>Toggles, lists, rules, decision.</summary>
    [Benchmark(OperationsPerInvoke = PaymentPipeline.Group)]
    public void Decide() => pipeline.Decide(0, PaymentPipeline.Group);

    /// <summary>Taking the payment into the account's history, always in the same buckets.</summary>
    [Benchmark(OperationsPerInvoke = PaymentPipeline.Group)]
    public void Record() => pipeline.Record(0, PaymentPipeline.Group, now);

    /// <summary>The journal's record.</summary>
    [Benchmark(OperationsPerInvoke = PaymentPipeline.Group)]
    public void Write() => pipeline.Write(0, PaymentPipeline.Group);

    /// <summary>The brief answer.</summary>
    [Benchmark(OperationsPerInvoke = PaymentPipeline.Group)]
    public void Answer() => pipeline.Answer(0, PaymentPipeline.Group);
}
