using System.IO.Pipelines;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Batches;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Benchmarks.Load;

/// <summary>A stream of payments through grains and commit log, without a server: every answer is on disk.</summary>
internal sealed class DurableStage(Firewall firewall, string name = "durable") : IStage, IBatchObserver
{
    private const int PipeBytes = 1 << 20;

    private readonly BatchStream stream = firewall.Services.GetRequiredService<BatchStream>();
    private Caller? caller;
    private int answered;
    private string refused = "";

    public string Name => name;

    public string Description => "all cores: one stream through router, grains and commit log; brief answers";

    public async Task RunAsync(PaymentLines lines)
    {
        answered = 0;
        caller ??= await firewall.Services.GetRequiredService<TenantDirectory>().FindAsync(Firewall.Tenant, CancellationToken.None);
        using var input = new MemoryStream(lines.Bytes, 0, lines.Length, writable: false);
        var request = new BatchRequest(
            caller ?? throw new InvalidOperationException("There is no tenant."),
            PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: PipeBytes)),
            PipeWriter.Create(Stream.Null, new StreamPipeWriterOptions(minimumBufferSize: PipeBytes)),
            AnswerDetail.Brief,
            AssessmentClock.Partition,
            this);
        await stream.RunAsync(request, CancellationToken.None, CancellationToken.None);
    }

    public void Verify(PaymentLines lines)
    {
        if (answered != lines.Count)
        {
            throw new InvalidOperationException($"{answered} of {lines.Count} payments were decided. {refused}");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    void IBatchObserver.Answered(in AssessmentRecord record, CompiledPolicy policy, bool isDuplicate) => answered += isDuplicate ? 0 : 1;

    void IBatchObserver.Refused(long line, IReadOnlyList<Error> errors) => refused = $"Line {line}: {errors[0].Message}";

    void IBatchObserver.GroupAnswered(int payments, TimeSpan elapsed)
    {
        // Only the whole run is timed.
    }
}
