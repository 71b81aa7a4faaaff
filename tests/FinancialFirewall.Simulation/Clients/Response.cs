namespace FinancialFirewall.Simulation.Clients;

/// <summary>What came back for a request.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, UTF-8.</param>
internal sealed record Response(int Status, byte[] Body);
