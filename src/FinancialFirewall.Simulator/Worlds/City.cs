using FinancialFirewall.Simulator.Payments;

namespace FinancialFirewall.Simulator.Worlds;

/// <summary>A city.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place">Its centre.</param>
internal sealed record City(string Name, Place Place);
