using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Users;

namespace FinancialFirewall.Console.Tests.Running;

/// <summary>The app on somebody's phone that shows codes.</summary>
/// <param name="secret">What was typed into it, in Base32 (RFC 4648).</param>
internal sealed class AuthenticatorApp(string secret)
{
    private const int BitsOfCharacter = 5;
    private const int BitsOfByte = 8;

    private readonly byte[] key = Decode(secret);
    private readonly long began = Totp.StepOf(Instant.From(TimeProvider.System.GetUtcNow()));

    /// <summary>The code of a step, counted from the present one.</summary>
    public string Code(int stepsAhead = 0) => Totp.Code(key, began + stepsAhead);

    private static byte[] Decode(string text)
    {
        var bits = string.Concat(text.Where(char.IsLetterOrDigit).Select(static one => (char.IsLetter(one) ? one - 'A' : one - '2' + 26).ToString($"B{BitsOfCharacter}", System.Globalization.CultureInfo.InvariantCulture)));
        return [.. bits.Chunk(BitsOfByte).Where(static chunk => chunk.Length == BitsOfByte).Select(static chunk => Convert.ToByte(new string(chunk), 2))];
    }
}
