namespace FinancialFirewall.Grains.Trials;

/// <summary>Counts in which payments a factor held.</summary>
internal sealed class FactorTally
{
    private readonly MoneyTally blocked = new();
    private readonly MoneyTally released = new();

    /// <summary>How often it held in what was decided.</summary>
    public long Before { get; private set; }

    /// <summary>How often in what would have been decided.</summary>
    public long After { get; private set; }

    /// <summary>Counts a payment in which it held when that was decided.</summary>
    public void AddBefore(in TriedPayment payment)
    {
        Before++;
        if (payment.IsReleased)
        {
            released.Add(payment.Currency, payment.AmountMinor);
        }
    }

    /// <summary>Counts a payment in which it would have held.</summary>
    public void AddAfter(in TriedPayment payment)
    {
        After++;
        if (payment.IsBlocked)
        {
            blocked.Add(payment.Currency, payment.AmountMinor);
        }
    }

    /// <summary>What was counted.</summary>
    public FactorPair Describe(string name) => new(name, Before, After, blocked.Describe(), released.Describe());
}
