using System.Text.Json;

namespace FinancialFirewall.Benchmarks.Load;

/// <summary>What everything else is measured against: splits lines and looks at every member, and does nothing with them.</summary>
internal sealed class ReadStage : IStage
{
    private long lineCount;
    private long valueBytes;

    public string Name => "read";

    public string Description => "one thread: split lines, read every member with Utf8JsonReader";

    public Task RunAsync(PaymentLines lines)
    {
        (lineCount, valueBytes) = (0, 0);
        for (var rest = lines.Bytes.AsSpan(0, lines.Length); !rest.IsEmpty;)
        {
            var end = rest.IndexOf((byte)'\n');
            var reader = new Utf8JsonReader(rest[..end]);
            while (reader.Read())
            {
                valueBytes += reader.ValueSpan.Length;
            }

            lineCount++;
            rest = rest[(end + 1)..];
        }

        return Task.CompletedTask;
    }

    public void Verify(PaymentLines lines)
    {
        if (lineCount != lines.Count || valueBytes < lines.Count * 100L)
        {
            throw new InvalidOperationException($"{lineCount} of {lines.Count} lines were read.");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
