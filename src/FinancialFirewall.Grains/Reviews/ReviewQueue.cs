using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Reviews;

/// <summary>What waits for a person in a tenant, over all partitions: claims and due times are judged when somebody asks, by the clock.</summary>
public sealed class ReviewQueue(TenantReviews reviews, TenantRegistry tenants, IJournal journal, TimeProvider time)
{
    /// <summary>A page of what waits.</summary>
    public async Task<ReviewPage> FindAsync(TenantId tenant, ReviewQuery query, CancellationToken cancellationToken)
    {
        var (all, forgotten) = await ReadAsync(tenant);
        var matches = Sort(all.Where(item => Matches(query, item)), query).ToList();
        var page = new List<ReviewItem>();
        foreach (var item in matches.Skip(query.Skip).Take(query.Size))
        {
            if (await journal.ReadRecordAsync(tenant, item.Review.Partition, item.Review.Sequence, cancellationToken) is { } record)
            {
                page.Add(item with { Record = record.Bytes });
            }
        }

        return new ReviewPage(page, matches.Count, forgotten);
    }

    /// <summary>One that waits; null where it does not, or has left the queue.</summary>
    public async Task<ReviewItem?> FindAsync(TenantId tenant, AssessmentId assessment, CancellationToken cancellationToken)
    {
        var review = await reviews.FindAsync(tenant, assessment);
        var record = review is null ? null : await journal.ReadRecordAsync(tenant, review.Partition, review.Sequence, cancellationToken);
        return record is null ? null : Judge(review!, await SettingsOfAsync(tenant), Instant.From(time.GetUtcNow())) with { Record = record.Bytes };
    }

    /// <summary>How much waits.</summary>
    public async Task<ReviewCounts> CountAsync(TenantId tenant)
    {
        var (all, forgotten) = await ReadAsync(tenant);
        return new ReviewCounts(
            all.Count,
            all.Count(static item => item.IsOverdue),
            all.Count(static item => item.ClaimedBy is not null),
            all.GroupBy(static item => item.Review.Level).ToDictionary(static level => level.Key, static level => level.Count()),
            all.GroupBy(static item => item.Review.Decision).ToDictionary(static decision => decision.Key, static decision => decision.Count()),
            all.Count == 0 ? null : all.Min(static item => item.Review.AssessedAt),
            forgotten);
    }

    private static bool Matches(ReviewQuery query, ReviewItem item)
        => (query.Levels.Count == 0 || query.Levels.Contains(item.Review.Level))
            && (query.Decisions.Count == 0 || query.Decisions.Contains(item.Review.Decision))
            && (query.ClaimedBy is null || string.Equals(query.ClaimedBy, item.ClaimedBy ?? "", StringComparison.Ordinal))
            && (query.IsOverdue is null || query.IsOverdue == item.IsOverdue);

    /// <summary>Equals stand in the order of partitions and sequences, which never changes.</summary>
    private static IEnumerable<ReviewItem> Sort(IEnumerable<ReviewItem> items, ReviewQuery query)
    {
        Func<ReviewItem, long> key = query.Order switch
        {
            ReviewOrder.Age => static item => item.Review.AssessedAt.UnixMicroseconds,
            ReviewOrder.Amount => static item => -(item.Review.BaseAmountMinor ?? long.MinValue + 1),
            ReviewOrder.Score => static item => -item.Review.Score.TenThousandths,
            _ => static item => item.DueAt.UnixMicroseconds,
        };
        return query.IsReversed ? items.OrderByDescending(key) : items.OrderBy(key);
    }

    private async Task<(List<ReviewItem> Items, long Forgotten)> ReadAsync(TenantId tenant)
    {
        var settings = await SettingsOfAsync(tenant);
        var queues = await reviews.ListAsync(tenant);
        var now = Instant.From(time.GetUtcNow());
        return (queues.SelectMany(static queue => queue.Reviews).Select(review => Judge(review, settings, now)).ToList(), queues.Sum(static queue => queue.Forgotten));
    }

    private async Task<ReviewSettings> SettingsOfAsync(TenantId tenant) => (await tenants.FindAsync(tenant))?.Reviews ?? new ReviewSettings();

    private static ReviewItem Judge(WaitingReview review, ReviewSettings settings, Instant now)
    {
        var due = settings.DueAt(review.Level, review.AssessedAt);
        return new ReviewItem(review, default, due, due <= now, review.ClaimedBy.Length > 0 && now < review.ClaimedUntil ? review.ClaimedBy : null);
    }
}
