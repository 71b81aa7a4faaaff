using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Users;

/// <summary>One-time codes that change every 30 seconds, as authenticator apps show them: RFC 6238 over HMAC-SHA-1.</summary>
public static class Totp
{
    /// <summary>How many digits people type.</summary>
    public const int Digits = 6;

    /// <summary>How long a key is, in bytes: as long as the hash, which is what RFC 4226 recommends.</summary>
    public const int KeyLength = 20;

    /// <summary>How many steps a clock may be before or behind ours.</summary>
    public const int Tolerance = 1;

    private const long StepSeconds = 30;

    /// <summary>Which step a time lies in.</summary>
    public static long StepOf(Instant time) => time.UnixSeconds / StepSeconds;

    /// <summary>The code of a step.</summary>
    /// <param name="key">The key that the app has too.</param>
    /// <param name="step">The step.</param>
    /// <param name="digits">How many digits: 6 to 8.</param>
    public static string Code(ReadOnlySpan<byte> key, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // Authenticator apps know this hash alone; an HMAC does not depend on its collisions.
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        var modulus = digits switch { 6 => 1_000_000, 7 => 10_000_000, _ => 100_000_000 };
        return (number % modulus).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>Looks whether a code is good now. Every step that may be is compared, and each in full.</summary>
    /// <param name="key">The key that the app has too.</param>
    /// <param name="code">What was typed.</param>
    /// <param name="now">The time.</param>
    /// <param name="lastStep">The step of the last code that was taken: neither it nor an earlier one is good again.</param>
    /// <returns>The step that it belongs to; null where it is not good.</returns>
    public static long? Find(ReadOnlySpan<byte> key, string code, Instant now, long lastStep)
    {
        long? found = null;
        for (var step = StepOf(now) - Tolerance; step <= StepOf(now) + Tolerance; step++)
        {
            var isRight = code.Length == Digits && CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.UTF8.GetBytes(code), System.Text.Encoding.UTF8.GetBytes(Code(key, step)));
            found = isRight && step > lastStep ? step : found;
        }

        return found;
    }

    /// <summary>What an app reads from a picture: <c>otpauth://totp/…</c>.</summary>
    /// <param name="key">The key.</param>
    /// <param name="issuer">Whose code it is, for people.</param>
    /// <param name="account">Who has it, for people.</param>
    public static string Address(ReadOnlySpan<byte> key, string issuer, string account)
        => $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={Base32.Encode(key)}&issuer={Uri.EscapeDataString(issuer)}&algorithm=SHA1&digits={Digits}&period={StepSeconds}";
}
