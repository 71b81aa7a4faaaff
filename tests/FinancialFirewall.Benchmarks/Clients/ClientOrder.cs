using FinancialFirewall.Benchmarks.Load;

namespace FinancialFirewall.Benchmarks.Clients;

/// <summary>What a client process is asked to send.</summary>
/// <param name="Way">How.</param>
/// <param name="Filling">Which payments; of a stream, those of its first block, whose rounds are counted on.</param>
/// <param name="Accounts">How many accounts there are.</param>
/// <param name="Rate">Payments a second; 0 for as many as are answered.</param>
/// <param name="Connections">How many connections single payments share.</param>
/// <param name="Seconds">How long a stream lasts.</param>
internal sealed record ClientOrder(ClientWay Way, PaymentFilling Filling, int Accounts, int Rate = 0, int Connections = 1, int Seconds = 0);
