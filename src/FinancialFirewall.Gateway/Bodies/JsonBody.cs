using System.Buffers;
using System.Text;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Gateway.Bodies;

/// <summary>Writes the JSON of one payment after another into the same memory. What is no valid text stays so: whoever reads the JSON judges it.</summary>
internal sealed class JsonBody
{
    private const int UsualBytes = 1024;
    private const int LongestEscape = 6;
    private const int MaximumUtf8PerChar = 3;

    private static readonly SearchValues<byte> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(static code => (byte)code), (byte)'"', (byte)'\\']);
    private static readonly byte[][] Names = [.. PaymentMemberTable.All.ToArray().Select(static info => Encoding.ASCII.GetBytes(info.Name))];

    private byte[] bytes = new byte[UsualBytes];
    private byte[] transcoded = [];
    private int length;

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, length);

    /// <summary>Begins the next payment.</summary>
    public void Begin()
    {
        length = 0;
        Append((byte)'{');
    }

    /// <summary>Ends the payment.</summary>
    public void End() => Append((byte)'}');

    /// <summary>Begins an object as the value of a member.</summary>
    public void BeginObject(PaymentMember member)
    {
        AddName(Names[(int)member]);
        Append((byte)'{');
    }

    /// <summary>Ends the object that was begun.</summary>
    public void EndObject() => Append((byte)'}');

    /// <summary>Adds a member with a text, given as UTF-8.</summary>
    public void AddText(PaymentMember member, ReadOnlySpan<byte> utf8) => AddText(Names[(int)member], utf8);

    /// <summary>Adds a member of any name with a text, both given as UTF-8.</summary>
    public void AddText(ReadOnlySpan<byte> name, ReadOnlySpan<byte> utf8)
    {
        AddName(name);
        AppendText(utf8);
    }

    /// <summary>Adds a member with a text.</summary>
    public void AddText(PaymentMember member, ReadOnlySpan<char> text)
    {
        if (transcoded.Length < text.Length * MaximumUtf8PerChar)
        {
            transcoded = new byte[text.Length * MaximumUtf8PerChar];
        }

        AddText(member, transcoded.AsSpan(0, Encoding.UTF8.GetBytes(text, transcoded)));
    }

    /// <summary>Adds a member with a value that is JSON already.</summary>
    public void AddJson(PaymentMember member, ReadOnlySpan<byte> json)
    {
        AddName(Names[(int)member]);
        Append(json);
    }

    private void AddName(ReadOnlySpan<byte> name)
    {
        if (bytes[length - 1] != '{')
        {
            Append((byte)',');
        }

        AppendText(name);
        Append((byte)':');
    }

    private void AppendText(ReadOnlySpan<byte> utf8)
    {
        Append((byte)'"');
        while (utf8.IndexOfAny(Escaped) is var next && next >= 0)
        {
            Append(utf8[..next]);
            AppendEscaped(utf8[next]);
            utf8 = utf8[(next + 1)..];
        }

        Append(utf8);
        Append((byte)'"');
    }

    private void AppendEscaped(byte one)
    {
        var room = Reserve(LongestEscape);
        room[0] = (byte)'\\';
        if (one is (byte)'"' or (byte)'\\')
        {
            room[1] = one;
            length += 2;
            return;
        }

        "u00"u8.CopyTo(room[1..]);
        room[4] = (byte)('0' + (one >> 4));
        room[5] = (byte)"0123456789abcdef"[one & 0xF];
        length += LongestEscape;
    }

    private void Append(byte one)
    {
        Reserve(1)[0] = one;
        length++;
    }

    private void Append(ReadOnlySpan<byte> many)
    {
        many.CopyTo(Reserve(many.Length));
        length += many.Length;
    }

    private Span<byte> Reserve(int count)
    {
        if (bytes.Length - length < count)
        {
            Array.Resize(ref bytes, Math.Max(length + count, checked(bytes.Length * 2)));
        }

        return bytes.AsSpan(length);
    }
}
