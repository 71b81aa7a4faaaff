using System.Text;

namespace FinancialFirewall.Domain.Users;

/// <summary>Bytes as RFC 4648 writes them in base 32, without padding: what people can read to one another, and authenticator apps take.</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsOfCharacter = 5;

    /// <summary>Five bits a character, the highest first; what is missing to the last character is zero.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(((bytes.Length * 8) + BitsOfCharacter - 1) / BitsOfCharacter);
        var (bits, count) = (0, 0);
        foreach (var value in bytes)
        {
            (bits, count) = ((bits << 8) | value, count + 8);
            for (; count >= BitsOfCharacter; count -= BitsOfCharacter)
            {
                text.Append(Alphabet[(bits >> (count - BitsOfCharacter)) & 31]);
            }

            bits &= (1 << count) - 1;
        }

        return count == 0 ? text.ToString() : text.Append(Alphabet[(bits << (BitsOfCharacter - count)) & 31]).ToString();
    }
}
