namespace FinancialFirewall.Simulator.Worlds;

/// <summary>A shop.</summary>
/// <param name="Id">Its id at the card network.</param>
/// <param name="Trade">What it sells.</param>
/// <param name="City">Where it is.</param>
/// <param name="Terminals">How many terminals it has.</param>
/// <param name="Account">Where its takings go.</param>
internal sealed record Merchant(string Id, Trade Trade, City City, int Terminals, BankAccount Account);
