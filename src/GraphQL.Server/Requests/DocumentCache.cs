using System.Security.Cryptography;
using System.Text;

namespace GraphQL.Server.Requests;

/// <summary>Remembers documents by their hash, the latest used longest.</summary>
internal sealed class DocumentCache(int capacity)
{
    private readonly Dictionary<string, LinkedListNode<(string Hash, PreparedDocument Document)>> entries = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Hash, PreparedDocument Document)> order = new();
    private readonly Lock gate = new();

    public int Count
    {
        get
        {
            lock (gate)
            {
                return entries.Count;
            }
        }
    }

    /// <summary>The SHA-256 of a document in lower-case hexadecimal.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public PreparedDocument? Find(string hash)
    {
        lock (gate)
        {
            if (!entries.TryGetValue(hash, out var entry))
            {
                return null;
            }

            order.Remove(entry);
            order.AddFirst(entry);
            return entry.Value.Document;
        }
    }

    /// <summary>Remembers a document.</summary>
    /// <returns>The one that is remembered: where two came at once, the first for both.</returns>
    public PreparedDocument Add(string hash, PreparedDocument document)
    {
        lock (gate)
        {
            if (entries.TryGetValue(hash, out var first))
            {
                return first.Value.Document;
            }

            entries[hash] = order.AddFirst((hash, document));
            if (entries.Count > capacity)
            {
                entries.Remove(order.Last!.Value.Hash);
                order.RemoveLast();
            }

            return document;
        }
    }
}
