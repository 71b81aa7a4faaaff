using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Lists;

/// <summary>
/// The hash of a list's contents: SHA-256 over the hash of the contents before, and over every change since. Contents of equal hash hold the same; the hash stands in
/// the policy document, so it is part of what the policy's hash is over.
/// </summary>
public static class ListChain
{
    /// <summary>How many hexadecimal digits a hash has.</summary>
    public const int HashLength = 2 * SHA256.HashSizeInBytes;

    /// <summary>The hash of an empty list.</summary>
    /// <param name="member">What the list watches: the same values are other entries there.</param>
    public static string Begin(PaymentMember? member)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"list 1 {(member is { } known ? PaymentMemberTable.Name(known) : "")}")));

    /// <summary>The hash after a change.</summary>
    public static string Next(string hash, ListDelta delta)
    {
        ArgumentNullException.ThrowIfNull(delta);
        using var next = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> head = stackalloc byte[1 + sizeof(int)];
        head[0] = delta.Replaces ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], delta.Blocks.Count);
        next.AppendData(Convert.FromHexString(hash));
        next.AppendData(head);
        foreach (var block in delta.Blocks)
        {
            next.AppendData(SHA256.HashData(block.Bytes.Span));
        }

        return Convert.ToHexStringLower(next.GetHashAndReset());
    }

    /// <summary>Whether a text is a hash in its one spelling.</summary>
    public static bool IsHash(string text)
        => text?.Length == HashLength && text.All(static digit => char.IsAsciiDigit(digit) || digit is >= 'a' and <= 'f');
}
