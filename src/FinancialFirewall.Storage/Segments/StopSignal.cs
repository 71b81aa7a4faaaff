namespace FinancialFirewall.Storage.Segments;

/// <summary>Says to work in the background that it is to end. It calls nobody, so that ending stays on the thread of who ends.</summary>
internal sealed class StopSignal
{
    private volatile bool isSet;

    public void Set() => isSet = true;

    /// <exception cref="OperationCanceledException">The work is to end.</exception>
    public void ThrowIfSet()
    {
        if (isSet)
        {
            throw new OperationCanceledException("The work in the background is to end.");
        }
    }
}
