namespace FinancialFirewall.Storage.Segments;

/// <summary>How the bytes of a block are kept. The numbers are kept on disk and never change.</summary>
internal enum BlockCodecKind : byte
{
    /// <summary>As they are.</summary>
    Plain = 0,

    /// <summary>Compressed by Brotli (RFC 7932). It is read and not written any more.</summary>
    Brotli = 1,

    /// <summary>Packed as <see cref="Packing.MatchSequence"/> says.</summary>
    Matches = 2,
}
