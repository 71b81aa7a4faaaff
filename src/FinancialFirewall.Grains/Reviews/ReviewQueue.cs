using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Reviews;

/// <summary>What waits for a person in a tenant, over all partitions: claims and due times are judged when somebody asks, by the clock.</summary>
public sealed class ReviewQueue(TenantReviews reviews, TenantRegistry tenants, IJournal journal, TimeProvider time)
{
    /// <summary>A page of what waits.</summary>
    public async Task<ReviewPage> FindAsync(TenantId tenant, ReviewQuery query, CancellationToken cancellationToken)
    {
        var selection = new ReviewSelection(query);
        var forgotten = 0L;
        await foreach (var (items, left) in ReadAsync(tenant))
        {
            selection.Add(items);
            forgotten += left;
        }

        var page = new List<ReviewItem>();
        foreach (var item in selection.Page())
        {
            if (await journal.ReadRecordAsync(tenant, item.Review.Partition, item.Review.Sequence, cancellationToken) is { } record)
            {
                page.Add(item with { Record = record.Bytes });
            }
        }

        return new ReviewPage(page, selection.Matches, forgotten);
    }

    /// <summary>One that waits; null where it does not, or has left the queue.</summary>
    public async Task<ReviewItem?> FindAsync(TenantId tenant, AssessmentId assessment, CancellationToken cancellationToken)
    {
        var review = await reviews.FindAsync(tenant, assessment);
        var record = review is null ? null : await journal.ReadRecordAsync(tenant, review.Partition, review.Sequence, cancellationToken);
        return record is null ? null : ReviewItem.Of(review!, await SettingsOfAsync(tenant), Instant.From(time.GetUtcNow())) with { Record = record.Bytes };
    }

    /// <summary>How much waits.</summary>
    public async Task<ReviewCounts> CountAsync(TenantId tenant)
    {
        var (open, overdue, claimed, forgotten) = (0, 0, 0, 0L);
        var (levels, decisions, oldest) = (new Dictionary<RiskLevel, int>(), new Dictionary<Decision, int>(), default(Instant?));
        await foreach (var (items, left) in ReadAsync(tenant))
        {
            forgotten += left;
            foreach (var item in items)
            {
                (open, overdue, claimed) = (open + 1, overdue + (item.IsOverdue ? 1 : 0), claimed + (item.ClaimedBy is null ? 0 : 1));
                levels[item.Review.Level] = levels.GetValueOrDefault(item.Review.Level) + 1;
                decisions[item.Review.Decision] = decisions.GetValueOrDefault(item.Review.Decision) + 1;
                oldest = oldest is null || item.Review.AssessedAt < oldest ? item.Review.AssessedAt : oldest;
            }
        }

        return new ReviewCounts(open, overdue, claimed, levels, decisions, oldest, forgotten);
    }

    private async IAsyncEnumerable<(IEnumerable<ReviewItem> Items, long Forgotten)> ReadAsync(TenantId tenant)
    {
        var (settings, now) = (await SettingsOfAsync(tenant), Instant.From(time.GetUtcNow()));
        await foreach (var queue in reviews.ReadAsync(tenant))
        {
            yield return (queue.Reviews.Select(review => ReviewItem.Of(review, settings, now)), queue.Forgotten);
        }
    }

    private async Task<ReviewSettings> SettingsOfAsync(TenantId tenant) => (await tenants.FindAsync(tenant))?.Reviews ?? new ReviewSettings();
}
