namespace FinancialFirewall.Benchmarks.Limits;

/// <summary>Something that the machine gives only so much of.</summary>
/// <param name="Name">What it is, and what it is counted in.</param>
/// <param name="PerSecond">How much of it the whole machine gives a second, in its best moment.</param>
/// <param name="PerPayment">How much of it a payment takes.</param>
internal sealed record Limit(string Name, double PerSecond, double PerPayment)
{
    /// <summary>How many payments a second there could be if they needed nothing else.</summary>
    public double Payments => PerSecond / PerPayment;
}
