using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Grains.Publishing;

/// <summary>
/// Reads a tenant's policy in force, and publishes changes of it. What people change is part of the published policy and of nothing else, so that there is one
/// truth.
/// </summary>
internal sealed class PolicyEditor(IPolicyGrain policy)
{
    /// <summary>How often a change is made anew where somebody else published meanwhile.</summary>
    private const int MaximumAttempts = 5;

    private PolicyInForce? latest;

    /// <summary>The policy in force; null before the first.</summary>
    public async Task<PolicyInForce?> ReadAsync()
    {
        var published = await policy.GetPublished();
        if (published is not null && published.Version != latest?.Version)
        {
            latest = new(published.Version, PolicyDocumentReader.Read(published.Document.Span).Value);
        }

        return latest;
    }

    /// <summary>Publishes a change; where somebody else published meanwhile, it is made anew to what is in force then.</summary>
    /// <returns>What was changed; or why it was refused, by the change itself or by the publishing.</returns>
    public async Task<Result<T>> ChangeAsync<T>(Func<PolicyInForce, Result<PolicyEdit<T>>> change)
    {
        var (edit, published) = await PublishAsync(change);
        return published.IsSuccess ? edit!.Changed : Result.Failure<T>(published.Errors);
    }

    /// <summary>As <see cref="ChangeAsync"/>, answering with what is in force since.</summary>
    public async Task<Result<PublishedPolicy>> ReplaceAsync(Func<PolicyInForce, Result<PolicyEdit<PolicyDocument>>> change) => (await PublishAsync(change)).Published;

    private async Task<(PolicyEdit<T>? Edit, Result<PublishedPolicy> Published)> PublishAsync<T>(Func<PolicyInForce, Result<PolicyEdit<T>>> change)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await ReadAsync() is not { } present)
            {
                return (null, PolicyErrors.Missing);
            }

            var edit = change(present);
            if (!edit.IsSuccess)
            {
                return (null, Result.Failure<PublishedPolicy>(edit.Errors));
            }

            var published = await policy.Publish(new PolicyChange(PolicyDocumentWriter.Write(edit.Value.Next), present.Version) { Note = edit.Value.Note, Origin = edit.Value.Origin });
            if (published.IsSuccess)
            {
                return (edit.Value, published);
            }

            if (attempt == MaximumAttempts || !PolicyErrors.IsVersionConflict(published.Errors))
            {
                return (null, Result.Failure<PublishedPolicy>([.. published.Errors.Select(error => Relate(error, edit.Value.Place))]));
            }
        }
    }

    private static Error Relate(Error error, string place)
        => place.Length > 0 && error.Member.StartsWith($"{place}/", StringComparison.Ordinal) ? error with { Member = error.Member[place.Length..] } : error;
}
