using System.Globalization;
using FinancialFirewall.Simulator.Randomness;

namespace FinancialFirewall.Simulator.Worlds;

/// <summary>Makes devices. Addresses are of ranges that no network on earth routes to.</summary>
internal static class DeviceMaker
{
    /// <summary>How many of a thousand fraudsters come from hosting ranges that are known to be bad.</summary>
    private const int KnownBadPerMille = 400;

    /// <summary>How many of a thousand fraudsters let a program do it.</summary>
    private const int AutomatedPerMille = 150;

    private static readonly string[] Agents =
    [
        "FirewallBank/7.2 (iPhone; iOS 19.1)",
        "FirewallBank/7.2 (Android 16; Pixel 9)",
        "FirewallBank/7.1 (Android 15; SM-S931B)",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/146.0",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 15_1) Safari/605.1.15",
    ];

    /// <summary>What somebody honest uses, in the network of the provider.</summary>
    public static Device Honest(RandomSource random)
        => new(string.Create(CultureInfo.InvariantCulture, $"dev_{random.NextBits():x16}"), random.Pick(Agents), string.Create(CultureInfo.InvariantCulture, $"100.{random.Between(64, 127)}.{random.Below(256)}.{random.Between(1, 254)}"));

    /// <summary>What a fraudster uses.</summary>
    public static Device Fraudulent(RandomSource random)
    {
        var honest = Honest(random);
        return honest with
        {
            UserAgent = random.Chance(AutomatedPerMille) ? "python-requests/2.32" : honest.UserAgent,
            IpAddress = random.Chance(KnownBadPerMille) ? string.Create(CultureInfo.InvariantCulture, $"203.0.113.{random.Between(1, 254)}") : honest.IpAddress,
        };
    }
}
