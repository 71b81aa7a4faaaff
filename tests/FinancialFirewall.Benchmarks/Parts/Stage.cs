namespace FinancialFirewall.Benchmarks.Parts;

/// <summary>What happens to a payment in the engine, in order; the first is what everything is compared with.</summary>
internal enum Stage
{
    /// <summary>Nothing but <c>Utf8JsonReader</c> over every member.</summary>
    Utf8JsonReader,

    /// <summary>Reading, normalising and packing.</summary>
    Read,

    /// <summary>Bringing the accounts of a batch near.</summary>
    Prefetch,

    /// <summary>Loading the frame, and what the payment adds to each window.</summary>
    Prepare,

    /// <summary>Finding the account, and measuring its windows and devices.</summary>
    Measure,

    /// <summary>Toggles, lists, rules, score, decision.</summary>
    Decide,

    /// <summary>Taking the payment into the account's history.</summary>
    Record,

    /// <summary>Writing the journal's record.</summary>
    Write,

    /// <summary>Writing the brief answer.</summary>
    Answer,

    /// <summary>All of them as the engine works: a batch is read, then decided payment by payment.</summary>
    Engine,
}
