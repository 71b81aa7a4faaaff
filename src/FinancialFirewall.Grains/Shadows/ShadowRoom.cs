namespace FinancialFirewall.Grains.Shadows;

/// <summary>How many drafts may run beside policies in this process at once, since each has windows of its own in memory.</summary>
public sealed class ShadowRoom
{
    /// <summary>The most at once.</summary>
    public const int Maximum = 8;

    private int taken;

    /// <summary>Takes a place, where there is one.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref taken) <= Maximum)
        {
            return true;
        }

        Leave();
        return false;
    }

    /// <summary>Gives a place back.</summary>
    public void Leave() => Interlocked.Decrement(ref taken);
}
