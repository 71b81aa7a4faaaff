using System.Buffers;
using System.Numerics;

namespace FinancialFirewall.Gateway.Bodies;

/// <summary>
/// What arrived of an input and was not read yet, in one piece. Every byte is copied in once; what is left when more arrives moves to the front.
/// </summary>
internal sealed class ArrivedBytes
{
    private const int LeastBytes = 4096;
    private const byte LineFeed = (byte)'\n';

    private byte[] bytes = [];
    private int start;
    private int end;

    /// <summary>Whether nothing more will arrive.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The line on which what is unread begins, from 1; a line ends with LF.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>How many bytes were read.</summary>
    public long Position { get; private set; }

    /// <summary>What is unread. Stays where it is until more is added.</summary>
    public ReadOnlyMemory<byte> Memory => bytes.AsMemory(start, end - start);

    /// <summary>What is unread.</summary>
    public ReadOnlySpan<byte> Unread => bytes.AsSpan(start, end - start);

    /// <summary>Adds what arrived.</summary>
    public void Add(in ReadOnlySequence<byte> arrived)
    {
        var length = checked((int)arrived.Length);
        Reserve(length);
        arrived.CopyTo(bytes.AsSpan(end));
        end += length;
    }

    /// <summary>Says that nothing more will arrive.</summary>
    public void Complete() => IsComplete = true;

    /// <summary>Passes over bytes that were read.</summary>
    public void Skip(int count)
    {
        Line += Unread[..count].Count(LineFeed);
        start += count;
        Position += count;
    }

    /// <summary>Passes over a line, of which only the last byte is a LF.</summary>
    public void SkipLine(int count)
    {
        Line++;
        start += count;
        Position += count;
    }

    private void Reserve(int length)
    {
        if (bytes.Length - end >= length)
        {
            return;
        }

        var unread = end - start;
        var target = bytes;
        if (bytes.Length - unread < length)
        {
            // Pieces of one length leave a longer rest each time; a buffer that just fits would be too short for the next one.
            target = GC.AllocateUninitializedArray<byte>((int)Math.Min(Array.MaxLength, BitOperations.RoundUpToPowerOf2((uint)Math.Max(LeastBytes, checked(unread + length)))));
        }

        Unread.CopyTo(target);
        (bytes, start, end) = (target, 0, unread);
    }
}
