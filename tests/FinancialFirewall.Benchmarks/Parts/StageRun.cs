using System.Globalization;
using System.Text;
using System.Text.Json;
using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Benchmarks.Parts;

/// <summary>Times the engine's stages, in one process and in turns with <c>Utf8JsonReader</c>, and prints what each costs a payment.</summary>
internal static class StageRun
{
    /// <summary>Measures and prints.</summary>
    public static void Run(LoadOptions options, TextWriter output)
    {
        var lines = new PaymentLines(options.Payments, options.Accounts);
        var pipeline = new PaymentPipeline(LoadPolicy.Compiled);
        var engine = new EngineLoop(pipeline.Policy);
        lines.FillOnceEach("warm", options.Seed);
        Round(lines, pipeline, engine, 0);
        Round(lines, pipeline, engine, 0);
        var rounds = new List<StageTimes>();
        for (var round = 1; round <= options.Rounds; round++)
        {
            lines.FillAtRandom("stage", round, options.Payments, options.Seed);
            rounds.Add(Round(lines, pipeline, engine, round));
        }

        output.WriteLine(Table(options, rounds));
        output.WriteLine(Text($"record {(double)pipeline.RecordBytes / LastGroup(options):F0} B, answer {(double)pipeline.AnswerBytes / LastGroup(options):F0} B, history {engine.BytesPerAccount:F0} B an account"));
    }

    private static int LastGroup(LoadOptions options)
        => options.Payments % PaymentPipeline.Group is > 0 and var rest ? rest : PaymentPipeline.Group;

    private static StageTimes Round(PaymentLines lines, PaymentPipeline pipeline, EngineLoop engine, int round)
    {
        var times = new StageTimes();
        var now = Instant.From(DateTimeOffset.UtcNow);
        if (round % 2 == 0)
        {
            RunEngine(lines, engine, times, now);
        }

        for (var first = 0; first < lines.Count; first += PaymentPipeline.Group)
        {
            var count = Math.Min(PaymentPipeline.Group, lines.Count - first);
            RunStages(lines.Bytes.AsSpan(first * PaymentLines.LineBytes, count * PaymentLines.LineBytes), count, pipeline, times, now);
        }

        if (round % 2 == 1)
        {
            RunEngine(lines, engine, times, now);
        }

        return times;
    }

    private static void RunEngine(PaymentLines lines, EngineLoop engine, StageTimes times, Instant now)
    {
        times.Start();
        engine.Run(lines, now);
        times.Stop(Stage.Engine);
    }

    private static void RunStages(ReadOnlySpan<byte> lines, int count, PaymentPipeline pipeline, StageTimes times, Instant now)
    {
        times.Start();
        ReadOnly(lines);
        times.Stop(Stage.Utf8JsonReader);
        pipeline.Read(lines, count, now);
        times.Stop(Stage.Read);
        pipeline.Prefetch(count);
        times.Stop(Stage.Prefetch);
        pipeline.Prepare(0, count, now);
        times.Stop(Stage.Prepare);
        pipeline.Measure(0, count, now);
        times.Stop(Stage.Measure);
        pipeline.Decide(0, count);
        times.Stop(Stage.Decide);
        pipeline.Record(0, count, now);
        times.Stop(Stage.Record);
        pipeline.Write(0, count);
        times.Stop(Stage.Write);
        pipeline.Answer(0, count);
        times.Stop(Stage.Answer);
    }

    private static void ReadOnly(ReadOnlySpan<byte> lines)
    {
        var valueBytes = 0;
        while (!lines.IsEmpty)
        {
            var end = lines.IndexOf((byte)'\n');
            var reader = new Utf8JsonReader(lines[..end]);
            while (reader.Read())
            {
                valueBytes += reader.ValueSpan.Length;
            }

            lines = lines[(end + 1)..];
        }

        if (valueBytes == 0)
        {
            throw new InvalidOperationException("The lines hold nothing.");
        }
    }

    private static string Table(LoadOptions options, List<StageTimes> rounds)
    {
        var text = new StringBuilder();
        text.AppendLine(Text($"{options.Accounts:N0} accounts, {options.Payments:N0} payments a round, {rounds.Count} rounds, seed {options.Seed}; medians of processor time"));
        text.AppendLine().AppendLine("| stage | ns a payment | of Utf8JsonReader | bytes allocated a payment |").AppendLine("|---|---:|---:|---:|");
        foreach (var stage in Enum.GetValues<Stage>())
        {
            var nanoseconds = StageResults.Median(rounds.Select(round => round.Nanoseconds(stage) / options.Payments));
            var ratio = StageResults.Median(rounds.Select(round => round.Nanoseconds(stage) / round.Nanoseconds(Stage.Utf8JsonReader)));
            var allocated = StageResults.Median(rounds.Select(round => (double)round.Allocated(stage) / options.Payments));
            text.AppendLine(Text($"| {stage} | {nanoseconds:N0} | {ratio:F2} | {allocated:F1} |"));
        }

        return text.ToString();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
