using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Tests.Expressions;

namespace FinancialFirewall.Domain.Tests.Policies.Naive;

/// <summary>
/// Everything that happened, as one list a key; an aggregate is computed by looking at all of it. Policies that follow one another share the log, so that what
/// is new in one counts what was before it.
/// </summary>
internal sealed class NaiveLog
{
    private static readonly Dictionary<AggregateKey, string> KeyNames = new()
    {
        [AggregateKey.Account] = "fromAccountNumber", [AggregateKey.Device] = "deviceId", [AggregateKey.Customer] = "customerId",
        [AggregateKey.Merchant] = "merchantId", [AggregateKey.Payee] = "toAccountNumber", [AggregateKey.Card] = "cardToken",
    };

    private readonly Dictionary<(AggregateKey, string), List<Entry>> entries = [];

    private readonly Dictionary<string, Entry> originals = new(StringComparer.Ordinal);

    /// <summary>When an account was first seen; nothing for one that never was.</summary>
    public Dictionary<string, long> FirstSeen { get; } = new(StringComparer.Ordinal);

    /// <summary>The devices of each account.</summary>
    public Dictionary<string, HashSet<string>> Devices { get; } = new(StringComparer.Ordinal);

    /// <summary>An aggregate at a time, this payment included; nothing where it is absent.</summary>
    public object? Measure(AggregateExpression aggregate, NaiveFacts facts, long at)
    {
        var own = Contribution(aggregate, facts);
        if (facts[KeyNames[aggregate.Key]] is not string key)
        {
            return null;
        }

        if (own is Unknown)
        {
            return Unknown.Value;
        }

        var width = aggregate.WindowSeconds <= 3_600 ? 1_000_000 : aggregate.WindowSeconds <= 86_400 ? 60_000_000 : 3_600_000_000;
        var first = (at - (aggregate.WindowSeconds * 1_000_000) + 1) / width * width;
        var (all, accepted) = (new List<object>(), new List<decimal>());
        foreach (var entry in entries.GetValueOrDefault((aggregate.Key, key), []))
        {
            if (entry.At >= first && entry.AddsTo(aggregate) is var added && added is not Unknown)
            {
                Add(added, entry.Accepted || aggregate.Key != AggregateKey.Account, entry.Released);
            }
        }

        var last = all.LastOrDefault();
        Add(own, isAccepted: true, released: 0);

        return aggregate.Function switch
        {
            AggregateFunction.Count => (decimal)all.Count,
            AggregateFunction.Distinct => (decimal)all.Distinct().Count(),
            AggregateFunction.Sum => accepted.Sum(),
            AggregateFunction.Last => last,
            _ when accepted.Count == 0 => null,
            AggregateFunction.Average => accepted.Sum() / accepted.Count,
            AggregateFunction.Min => accepted.Min(),
            _ => accepted.Max(),
        };

        void Add(object? value, bool isAccepted, decimal released)
        {
            if (value is not null)
            {
                all.Add(value);
            }

            if (isAccepted && value is decimal number)
            {
                accepted.Add(number - released);
            }
        }
    }

    /// <summary>Takes a decided payment in.</summary>
    public void Record(NaiveFacts facts, bool accepted, long at)
    {
        var entry = new Entry(at, accepted, facts);
        originals[(string)facts["transactionReference"]!] = entry;
        foreach (var (key, name) in KeyNames)
        {
            if (facts[name] is string value)
            {
                (entries.TryGetValue((key, value), out var list) ? list : entries[(key, value)] = []).Add(entry);
            }
        }

        var account = (string)facts["fromAccountNumber"]!;
        FirstSeen.TryAdd(account, at);
        if (facts["deviceId"] is string device)
        {
            (Devices.TryGetValue(account, out var devices) ? devices : Devices[account] = new(StringComparer.Ordinal)).Add(device);
        }
    }

    /// <summary>Takes what was given back of a payment out of its account's sums.</summary>
    public void Release(string reference, decimal amount) => originals[reference].Released += amount;

    /// <summary>Has a payment count as one that was rejected.</summary>
    public void Undo(string reference) => originals[reference].Accepted = false;

    private static object? Contribution(AggregateExpression aggregate, NaiveFacts facts)
    {
        if (facts["kind"] is "REFUND" or "REVERSAL" or "RETURN")
        {
            return null;
        }

        var passes = aggregate.Filter is null ? true : NaiveInterpreter.Holds(aggregate.Filter, facts);
        var value = aggregate.Argument is null ? 1m : facts[aggregate.Argument.Name];
        return passes == false || value is null ? null : passes is null ? Unknown.Value : value;
    }

    private sealed class Entry(long at, bool isAccepted, NaiveFacts facts)
    {
        private readonly Dictionary<string, object?> adds = new(StringComparer.Ordinal);

        public long At { get; } = at;

        public bool Accepted { get; set; } = isAccepted;

        public decimal Released { get; set; }

        /// <summary>What the payment adds to an aggregate: nothing, <see cref="Unknown"/>, or a value.</summary>
        public object? AddsTo(AggregateExpression aggregate)
        {
            if (!adds.TryGetValue(aggregate.Id, out var value))
            {
                adds.Add(aggregate.Id, value = Contribution(aggregate, facts));
            }

            return value;
        }
    }
}
