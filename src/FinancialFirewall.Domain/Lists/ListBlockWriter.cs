using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Lists;

/// <summary>Checks changes of a list's entries and packs them into a block. Card numbers are replaced by their tokens before anything is kept.</summary>
/// <param name="member">What the list watches.</param>
/// <param name="cards">The tenant's tokens; null where no card number can occur, and one that does is refused.</param>
/// <param name="origin">Where the entries come from.</param>
public sealed class ListBlockWriter(PaymentMember? member, CardTokenizer? cards, ListOrigin origin)
{
    private readonly ArrayBufferWriter<byte> changes = new();
    private readonly Dictionary<string, int> reasons = new(StringComparer.Ordinal);
    private readonly PaymentScratch scratch = new();
    private int reasonLength;

    /// <summary>How many changes were taken.</summary>
    public int Count { get; private set; }

    /// <summary>About how many bytes the block has so far.</summary>
    public int Length => changes.WrittenCount + reasonLength;

    /// <summary>Adds an entry; one of the same value takes the place of the earlier.</summary>
    /// <param name="entry">The entry; its origin does not matter.</param>
    /// <param name="place">Where it stands, for errors: a JSON pointer or nothing.</param>
    /// <returns>Nothing where it was taken, or what is wrong with it.</returns>
    public Error? Add(ListEntry entry, string place = "")
    {
        ArgumentNullException.ThrowIfNull(entry);
        var reason = string.IsNullOrEmpty(entry.Reason) ? null : entry.Reason;
        if (reason?.Length > ListEntry.MaximumReasonLength)
        {
            return TooLong(place, "reason", reason, ListEntry.MaximumReasonLength);
        }

        if (Check(entry.Value, place, out var value, out var key) is { } error)
        {
            return error;
        }

        var flags = (entry.ExpiresAt is null ? 0 : ListBlock.ExpiryFlag) | (reason is null ? 0 : ListBlock.ReasonFlag);
        Write(flags, value, key);
        if (entry.ExpiresAt is { } expiresAt)
        {
            BinaryPrimitives.WriteInt64LittleEndian(changes.GetSpan(sizeof(long)), expiresAt.UnixMicroseconds);
            changes.Advance(sizeof(long));
        }

        if (reason is not null)
        {
            reasonLength += reasons.TryAdd(reason, reasons.Count) ? reason.Length : 0;
            BinaryPrimitives.WriteInt32LittleEndian(changes.GetSpan(sizeof(int)), reasons[reason]);
            changes.Advance(sizeof(int));
        }

        return null;
    }

    /// <summary>Takes a value out of the list, where it is in it.</summary>
    /// <param name="text">The value, in any way in which it could have been added.</param>
    /// <param name="place">Where it stands, for errors.</param>
    /// <returns>Nothing where it was taken, or what is wrong with it.</returns>
    public Error? Remove(string text, string place = "")
    {
        if (Check(text, place, out var value, out var key) is { } error)
        {
            return error;
        }

        Write(ListBlock.RemovalFlag, value, key);
        return null;
    }

    /// <summary>A value as it may be shown: without card numbers.</summary>
    public string Shown(string text) => Tokenise(text.Trim());

    /// <summary>The key that a value has in the list; null where it can be in none.</summary>
    public byte[]? KeyOf(string text) => Check(text, "", out _, out var key) is null ? Encoding.UTF8.GetBytes(key) : null;

    /// <summary>What was taken, and begins anew.</summary>
    public ListBlock Close()
    {
        var output = new ArrayBufferWriter<byte>(ListBlock.HeaderLength + changes.WrittenCount);
        var header = output.GetSpan(ListBlock.HeaderLength);
        BinaryPrimitives.WriteUInt32LittleEndian(header, ListBlock.Magic);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], reasons.Count);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], Count);
        output.Advance(ListBlock.HeaderLength);
        BinaryPrimitives.WriteInt64LittleEndian(output.GetSpan(sizeof(long)), origin.AddedAt.UnixMicroseconds);
        output.Advance(sizeof(long));
        WriteText(output, Cut(origin.AddedBy));
        WriteText(output, Cut(origin.Source));
        foreach (var (reason, _) in reasons.OrderBy(static pair => pair.Value))
        {
            WriteText(output, reason);
        }

        output.Write(changes.WrittenSpan);
        changes.Clear();
        reasons.Clear();
        (Count, reasonLength) = (0, 0);
        return new ListBlock(output.WrittenSpan.ToArray());
    }

    private static string Cut(string text) => text.Length <= ListOrigin.MaximumTextLength ? text : text[..ListOrigin.MaximumTextLength];

    private static Error TooLong(string place, string name, string value, int maximum) => new(
        ErrorKind.Invalid, "TEXT_TOO_LONG", Documents.JsonPointer.Member(place, name), value, $"{name} has {value.Length} characters; at most {maximum} are accepted.");

    private static void WriteText(ArrayBufferWriter<byte> output, string text)
    {
        var room = output.GetSpan(sizeof(ushort) + Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, room[sizeof(ushort)..]);
        BinaryPrimitives.WriteUInt16LittleEndian(room, (ushort)length);
        output.Advance(sizeof(ushort) + length);
    }

    private Error? Check(string text, string place, out string value, out string key)
    {
        (value, key) = (Tokenise(text.Trim()), "");
        if (value.Length > ListEntry.MaximumValueLength)
        {
            return TooLong(place, "value", "", ListEntry.MaximumValueLength);
        }

        if (ListKey.TryGet(member, value, out var found, out var message))
        {
            key = found;
            return null;
        }

        return new Error(ErrorKind.Invalid, "ENTRY_INVALID", Documents.JsonPointer.Member(place, "value"), value, message);
    }

    /// <summary>The value as payments have it: each card number in it is the token that stands in its place.</summary>
    private string Tokenise(string value)
    {
        if (cards is null || value.Length < CardNumbers.MinimumDigits || (member is { } known && PaymentMemberTable.Get(known).Kind == PaymentMemberKind.Reference))
        {
            return value;
        }

        var utf8 = Encoding.UTF8.GetBytes(value);
        if (!CardNumbers.HasEnoughDigits(utf8))
        {
            return value;
        }

        scratch.Clear();
        return CardReplacer.TryReplace(utf8, cards, scratch, out var length) ? Encoding.UTF8.GetString(scratch.Slice(0, length)) : value;
    }

    private void Write(int flags, string value, string key)
    {
        var hasKey = !string.Equals(key, value, StringComparison.Ordinal);
        var head = changes.GetSpan(3);
        head[0] = (byte)(flags | (hasKey ? ListBlock.KeyFlag : 0));
        BinaryPrimitives.WriteUInt16LittleEndian(head[1..], 0);
        changes.Advance(3);
        WriteText(changes, value);
        if (hasKey)
        {
            WriteText(changes, key);
        }

        Count++;
    }
}
