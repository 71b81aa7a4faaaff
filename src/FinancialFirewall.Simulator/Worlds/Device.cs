namespace FinancialFirewall.Simulator.Worlds;

/// <summary>A telephone or a computer.</summary>
/// <param name="Id">Its fingerprint.</param>
/// <param name="UserAgent">The program on it.</param>
/// <param name="IpAddress">Where it is on the net.</param>
internal sealed record Device(string Id, string UserAgent, string IpAddress);
