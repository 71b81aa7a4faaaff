namespace FinancialFirewall.Simulator.Worlds;

/// <summary>Who can pay.</summary>
/// <param name="Id">The customer's id at the bank.</param>
/// <param name="Account">The account.</param>
/// <param name="Device">What orders are given with.</param>
internal sealed record Party(string Id, BankAccount Account, Device Device);
