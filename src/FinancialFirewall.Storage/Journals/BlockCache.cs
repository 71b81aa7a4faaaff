using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.Journals;

/// <summary>What was read of files lately, opened, up to a number of bytes; the longest unused goes first.</summary>
/// <param name="capacity">The room, in bytes.</param>
internal sealed class BlockCache(long capacity)
{
    private readonly Lock access = new();
    private readonly Dictionary<Key, LinkedListNode<Entry>> entries = [];
    private readonly LinkedList<Entry> order = [];
    private long used;

    /// <summary>What was kept under a file's number and an offset; <see langword="null"/> for nothing.</summary>
    public object? Find(long file, long offset)
    {
        lock (access)
        {
            if (!entries.TryGetValue(new(file, offset), out var node))
            {
                return null;
            }

            order.Remove(node);
            order.AddLast(node);
            return node.Value.Content;
        }
    }

    /// <summary>Keeps what lies at a file's offset, unless it would take more than a quarter of the room.</summary>
    public void Add(long file, long offset, object content, int bytes)
    {
        lock (access)
        {
            var key = new Key(file, offset);
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

    /// <summary>Lets go of everything.</summary>
    public void Clear()
    {
        lock (access)
        {
            entries.Clear();
            order.Clear();
            used = 0;
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Key(long File, long Offset);

    private sealed record Entry(Key Key, object Content, int Bytes);
}
