using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Storage.Segments;

/// <summary>Writes the filter of a segment's references in pieces.</summary>
internal static class FilterWriter
{
    private const int PieceBytes = 1024 * 1024;

    /// <summary>Writes all of it.</summary>
    /// <returns>Where it begins, and the lengths of its blocks.</returns>
    public static async ValueTask<(long Offset, List<int> Pieces)> WriteAsync(SegmentFileWriter file, ReferenceFilter filter)
    {
        var offset = file.Position;
        var pieces = new List<int>();
        for (var start = 0; start < filter.Bytes.Length; start += PieceBytes)
        {
            pieces.Add(file.Add(BlockKind.Filter, filter.Bytes.Slice(start, Math.Min(PieceBytes, filter.Bytes.Length - start)), packs: false));
            await file.DrainAsync();
        }

        return (offset, pieces);
    }
}
