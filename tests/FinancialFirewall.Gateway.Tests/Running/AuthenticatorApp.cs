using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Users;

namespace FinancialFirewall.Gateway.Tests.Running;

/// <summary>Shows the codes of a second factor, by the machine's own clock, which the firewall goes by too.</summary>
internal static class AuthenticatorApp
{
    /// <summary>The code of now; or one of the codes after it, of which the firewall takes the next too.</summary>
    public static string Code(string secret, int stepsAhead = 0)
    {
        var bits = string.Concat(secret.Select(character => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(character, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        byte[] key = [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
        return Totp.Code(key, Totp.StepOf(Instant.From(DateTimeOffset.UtcNow)) + stepsAhead);
    }
}
