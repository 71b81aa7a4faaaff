using System.Diagnostics.CodeAnalysis;

namespace Orleans.Configuration;

/// <summary>How calls behave inside the process.</summary>
public sealed class SiloMessagingOptions : MessagingOptions
{
    /// <summary>How many requests may wait for one activation before more are refused; 0 for any number. 10,000 unless told.</summary>
    public int MaxEnqueuedRequestsHardLimit { get; set; } = 10_000;

    /// <summary>The same for each activation of a stateless worker.</summary>
    [SuppressMessage("Naming", "CA1707", Justification = "Orleans' own name.")]
    public int MaxEnqueuedRequestsHardLimit_StatelessWorker { get; set; } = 10_000;
}
