namespace FinancialFirewall.Simulation.Histories;

/// <summary>Something is not as the contract says.</summary>
/// <param name="check">The name of the check that found it.</param>
/// <param name="message">What it found.</param>
internal sealed class Violation(string check, string message) : Exception($"{check}: {message}")
{
    public string Check { get; } = check;
}
