namespace FinancialFirewall.Grains.Users;

/// <summary>What is kept of sign-ins by one mail address that did not succeed, whether somebody has that address or not.</summary>
/// <param name="Address">16 bytes of the SHA-256 of the address: what people type by mistake is not kept.</param>
/// <param name="Failures">How many in a row.</param>
/// <param name="LastMicroseconds">When the last one began, in microseconds since the Unix epoch.</param>
public sealed record KeptAttempts(byte[] Address, int Failures, long LastMicroseconds);
