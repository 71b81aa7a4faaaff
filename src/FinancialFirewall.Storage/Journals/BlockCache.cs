using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.Segments;

/// <summary>What was read of segments lately, opened, up to a number of bytes; the longest unused goes first.</summary>
/// <param name="capacity">The room, in bytes.</param>
internal sealed class BlockCache(long capacity)
{
    private readonly Lock access = new();
    private readonly Dictionary<Key, LinkedListNode<Entry>> entries = [];
    private readonly LinkedList<Entry> order = [];
    private long used;

    /// <summary>What was kept under a segment's number and an offset; <see langword="null"/> for nothing.</summary>
    public object? Find(int segment, long offset)
    {
        lock (access)
        {
            if (!entries.TryGetValue(new(segment, offset), out var node))
            {
                return null;
            }

            order.Remove(node);
            order.AddLast(node);
            return node.Value.Content;
        }
    }

    public void Add(int segment, long offset, object content, int bytes)
    {
        lock (access)
        {
            var key = new Key(segment, offset);
            if (bytes > capacity / 4 || entries.ContainsKey(key))
            {
                return;
            }

            entries.Add(key, order.AddLast(new Entry(key, content, bytes)));
            used += bytes;
            while (used > capacity && order.First is { } oldest)
            {
                order.RemoveFirst();
                entries.Remove(oldest.Value.Key);
                used -= oldest.Value.Bytes;
            }
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Key(int Segment, long Offset);

    private sealed record Entry(Key Key, object Content, int Bytes);
}
