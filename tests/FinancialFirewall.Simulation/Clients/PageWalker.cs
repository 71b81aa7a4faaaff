using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Simulation.Histories;
using FinancialFirewall.Storage.Queries;

namespace FinancialFirewall.Simulation.Clients;

/// <summary>Follows pages of assessments to the end, over restarts, with pauses between them.</summary>
internal sealed class PageWalker(World world, Random random)
{
    private const int MaximumFailures = 60;

    /// <summary>Follows all pages of a tenant's assessments.</summary>
    public async Task WalkAsync(int tenant, string? decision)
    {
        var found = new List<(string, long)>();
        var query = new AssessmentQuery { Size = random.Next(3, 40), Decisions = decision is null ? [] : [Decision.Reject] };
        var (startedAt, failures) = (world.Step, 0);
        for (var isFirst = true; isFirst || query.Cursor is not null; isFirst = false)
        {
            AssessmentPage? page;
            while ((page = await NextAsync(tenant, query)) is null)
            {
                if (++failures > MaximumFailures || world.IsOver)
                {
                    return;
                }

                await world.Wait(TimeSpan.FromSeconds(5));
            }

            found.AddRange(page.Assessments.Select(static one => Describe(one.Record.Span)));
            query = query with { Cursor = page.Next };
            await world.Wait(TimeSpan.FromMilliseconds(random.Next(4) == 0 ? random.Next(5_000) : 0));
        }

        world.History.Add(new Walk(tenant, decision, startedAt, world.Step, found));
    }

    /// <summary>A page; null where it could not be read, since the process is gone or the disk does not read.</summary>
    private async Task<AssessmentPage?> NextAsync(int tenant, AssessmentQuery query)
    {
        if (world.Machine.Process is not { } process)
        {
            return null;
        }

        try
        {
            var page = await process.Storage.Assessments.FindAsync(world.Tenants[tenant].Id, query);
            if (process.IsDead)
            {
                return null;
            }

            return page.IsSuccess ? page.Value : throw new Violation("cursors", page.Errors[0].Message);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException)
        {
            return null;
        }
    }

    private static (string Reference, long At) Describe(ReadOnlySpan<byte> record)
    {
        var assessment = new AssessmentRecord(record);
        return (Encoding.UTF8.GetString(assessment.Payment.Text(PaymentMember.TransactionReference)), assessment.AssessedAt.UnixMicroseconds);
    }
}
