using System.Runtime.Intrinsics;

namespace FinancialFirewall.Storage.Packing;

/// <summary>
/// The bytes of packed data: sequences, each of which says some bytes as they are and then how many come again that stood a distance before.
/// <code>
///  0       1                        ...        ...        2                        ...
///  | token | more literals, u8 each | literals | distance | more of the match, u8 each |
///  | u8    | where they are 7       |          | u16      | where it is 15             |
///
///  token: bits 0 to 3 length of the match − 4, 15 for more | bits 4 to 6 number of literals, 7 for more | bit 7 the distance is that of the sequence before
/// </code>
/// What is more is added byte by byte; a byte below 255 is the last. The distance, little endian, is missing where bit 7 is set; before the first sequence it is 1. A match
/// may run into the bytes that it makes. The data ends where what was packed has its length, behind literals or behind a match, and nothing follows.
/// </summary>
internal static class MatchSequence
{
    /// <summary>The length of the shortest match.</summary>
    public const int ShortestMatch = 4;

    /// <summary>The largest distance.</summary>
    public const int LongestDistance = ushort.MaxValue;

    /// <summary>The distance before the first sequence.</summary>
    public const int FirstDistance = 1;

    /// <summary>The bit of a token that says that the distance is that of the sequence before.</summary>
    public const int SameDistance = 0x80;

    /// <summary>Where the number of literals stands in a token.</summary>
    public const int LiteralsShift = 4;

    /// <summary>The number of literals in a token that says that there are more.</summary>
    public const int ManyLiterals = 7;

    /// <summary>The length of a match in a token, beyond the shortest, that says that there is more.</summary>
    public const int LongMatch = 15;

    /// <summary>The value of a byte that another one follows which is added to it.</summary>
    public const int FullByte = 255;

    /// <summary>More than the most bytes that so many bytes can be packed to.</summary>
    public static int MaximumLength(int length) => length + (length / FullByte) + (2 * Vector256<byte>.Count);
}
