namespace Orleans.Configuration;

/// <summary>How calls behave.</summary>
public abstract class MessagingOptions
{
    /// <summary>How long a call may take before it fails with a <see cref="TimeoutException"/>; 30 s.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether a call that timed out cancels the callee's token; it does.</summary>
    public bool CancelRequestOnTimeout { get; set; } = true;
}
