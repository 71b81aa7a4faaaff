using System.Buffers.Text;
using FinancialFirewall.Domain.Lists;

namespace FinancialFirewall.Gateway.Lists;

/// <summary>A page of a list's entries, in the order of their keys. A cursor is the key of an entry, so that a page goes on behind it whatever was added or removed since.</summary>
/// <param name="Entries">The entries with their cursors.</param>
/// <param name="Next">Where the next page begins; null where this is the last.</param>
internal sealed record ListEntryPage(IReadOnlyList<KeyValuePair<string, ListEntry>> Entries, string? Next)
{
    /// <summary>The most entries of a page.</summary>
    public const int MaximumSize = 1_000;

    /// <summary>Reads a page.</summary>
    /// <param name="content">What the list holds.</param>
    /// <param name="search">Which entries.</param>
    /// <param name="after">The key behind which it begins; null for the first.</param>
    /// <param name="size">How many entries at most.</param>
    public static ListEntryPage Read(ListContent content, ListSearch search, byte[]? after, int size)
    {
        ReadOnlyMemory<byte>? behind = after is null ? null : (ReadOnlyMemory<byte>)after;
        List<KeyValuePair<string, ListEntry>> found =
            [.. content.Read(search, behind).Take(size + 1).Select(static pair => KeyValuePair.Create(Base64Url.EncodeToString(pair.Key.Span), pair.Value))];
        return found.Count <= size ? new ListEntryPage(found, null) : new ListEntryPage(found[..size], found[size - 1].Key);
    }

    /// <summary>Reads a cursor.</summary>
    public static bool TryReadCursor(string cursor, out byte[]? after)
    {
        after = Base64Url.IsValid(cursor) ? Base64Url.DecodeFromChars(cursor) : null;
        return after is not null;
    }
}
