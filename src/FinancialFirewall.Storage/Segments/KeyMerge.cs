using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Storage.Segments;

/// <summary>Writes one kind of key of several segments into a new one, in their order.</summary>
internal static class KeyMerge
{
    private const int EntriesBetweenDrains = 16_384;

    public static async ValueTask<KeyDirectory> WriteAsync(
        SegmentFileWriter file, IReadOnlyList<Segment> inputs, BlockKind kind, ReferenceFilter? filter)
    {
        var writer = new KeyRunWriter(file, kind);
        var cursors = new List<KeyRunCursor>();
        foreach (var input in inputs)
        {
            var cursor = new KeyRunCursor(input, kind);
            if (await cursor.MoveNextAsync())
            {
                cursors.Add(cursor);
            }
        }

        for (var count = 1; cursors.Count > 0; count++)
        {
            var least = FindLeast(cursors);
            var cursor = cursors[least];
            writer.Add(cursor.Current);
            filter?.Add(cursor.Current.Fingerprint);
            if (!cursor.MoveNext() && !await cursor.MoveNextAsync())
            {
                cursors.RemoveAt(least);
            }

            if (count % EntriesBetweenDrains == 0)
            {
                await file.DrainAsync();
            }
        }

        writer.Finish();
        return writer.Directory;
    }

    private static int FindLeast(List<KeyRunCursor> cursors)
    {
        var least = 0;
        for (var i = 1; i < cursors.Count; i++)
        {
            least = cursors[i].Current < cursors[least].Current ? i : least;
        }

        return least;
    }
}
