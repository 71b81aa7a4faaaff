using System.Runtime.CompilerServices;
using FinancialFirewall.Storage.Feeds;
using GraphQL.Server.Requests;

namespace FinancialFirewall.Gateway.GraphEvents;

/// <summary>What is told of records. Of one that many are given it is made once, and told to all of them as one event.</summary>
internal sealed class RecordEvents
{
    private readonly ConditionalWeakTable<FeedRecord, Lazy<Task<object?>>> shared = [];

    /// <summary>The event of a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="make">Makes the event, null where there is none to tell. It must depend on nothing but the record and its place, and not end with the one who asks.</param>
    /// <returns>The event, an <see cref="EventShare"/> where others are told it too; null for none.</returns>
    public Task<object?> OfAsync(FeedRecord record, Func<Task<object?>> make)
        => record.IsShared
            ? shared.GetValue(record, _ => new Lazy<Task<object?>>(async () => await make() is { } happened ? new EventShare(happened) : null)).Value
            : make();
}
