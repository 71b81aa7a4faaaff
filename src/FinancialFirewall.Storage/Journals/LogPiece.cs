namespace FinancialFirewall.Storage.Journals;

/// <summary>A part of a log file, as it stands on the disk: whole commits, behind the file's header where it is the beginning.</summary>
/// <param name="File">The number of the file.</param>
/// <param name="Offset">Where in the file it begins.</param>
/// <param name="Bytes">The bytes.</param>
internal sealed record LogPiece(uint File, long Offset, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The frames that begin in it.</summary>
    /// <param name="salt">The salt of the file.</param>
    public IEnumerable<FrameHeader> Frames(ulong salt)
    {
        for (var at = Offset == 0 ? LogFileHeader.Length : 0; at + FrameHeader.Length <= Bytes.Length;)
        {
            var (header, _, problem) = FrameHeader.Read(Bytes.Span[at..], salt);
            if (problem is not null)
            {
                yield break;
            }

            yield return header;
            at += FrameHeader.Length + header.PayloadLength;
        }
    }
}
