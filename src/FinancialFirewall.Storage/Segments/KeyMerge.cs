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

        if (cursors.Count > 0)
        {
            await MergeAsync(file, writer, cursors, filter);
        }

        writer.Finish();
        return writer.Directory;
    }

    private static async ValueTask MergeAsync(SegmentFileWriter file, KeyRunWriter writer, List<KeyRunCursor> cursors, ReferenceFilter? filter)
    {
        var tournament = new KeyTournament([.. cursors.Select(static cursor => cursor.Current)]);
        for (var count = 1; tournament.Running > 0; count++)
        {
            var cursor = cursors[tournament.Least];
            writer.Add(cursor.Current);
            filter?.Add(cursor.Current.Fingerprint);
            if (cursor.MoveNext() || await cursor.MoveNextAsync())
            {
                tournament.Replace(cursor.Current);
            }
            else
            {
                tournament.End();
            }

            if (count % EntriesBetweenDrains == 0)
            {
                await file.DrainAsync();
            }
        }
    }
}
