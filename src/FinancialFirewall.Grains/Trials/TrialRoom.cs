namespace FinancialFirewall.Grains.Trials;

/// <summary>How many previews and what-ifs are under way in this process at once, since each reads history and decides payments.</summary>
public sealed class TrialRoom
{
    /// <summary>The most at once.</summary>
    public const int Maximum = 2;

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
