using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Benchmarks.Parts;

/// <summary>All steps as a partition works: a batch is read, then decided payment by payment, so that the next payment of an account sees the one before, and answered from its records.</summary>
internal sealed class EngineLoop(CompiledPolicy policy)
{
    private readonly PaymentPipeline pipeline = new(policy);

    /// <summary>Works through all lines.</summary>
    public void Run(PaymentLines lines, Instant now)
    {
        var rest = lines.Bytes.AsSpan(0, lines.Length);
        while (!rest.IsEmpty)
        {
            var count = Math.Min(PaymentPipeline.Group, rest.Length / PaymentLines.LineBytes);
            pipeline.Read(rest, count, now);
            pipeline.Prefetch(count);
            for (var i = 0; i < count; i++)
            {
                pipeline.Prepare(i, 1, now);
                pipeline.Measure(i, 1, now);
                pipeline.Decide(i, 1);
                pipeline.Record(i, 1, now);
                pipeline.Write(i, 1);
            }

            pipeline.Answer(0, count);
            rest = rest[(count * PaymentLines.LineBytes)..];
        }
    }

    /// <summary>What the accounts' histories take, in bytes an account.</summary>
    public double BytesPerAccount => (double)pipeline.Histories.AllocatedBytes / pipeline.Histories.Count;
}
