namespace FinancialFirewall.Benchmarks.Clients;

/// <summary>How a client sends payments.</summary>
internal enum ClientWay
{
    /// <summary>One batch, as fast as it is taken.</summary>
    Batch,

    /// <summary>One request a payment, at a given rate, whether or not answers keep up.</summary>
    Single,

    /// <summary>One endless batch, at a given rate or as fast as it is answered.</summary>
    Stream,
}
