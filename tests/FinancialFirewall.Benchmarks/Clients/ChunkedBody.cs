using System.Runtime.InteropServices;

namespace FinancialFirewall.Benchmarks.Clients;

/// <summary>Takes the frames off a body that is sent in chunks (RFC 9112, 7.1).</summary>
[StructLayout(LayoutKind.Auto)]
internal struct ChunkedBody
{
    private long left;
    private bool isInside;
    private bool hasSize;

    /// <summary>Whether the last chunk was seen.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Takes the next piece of the body from the start of what arrived; false where all of it is taken.</summary>
    public bool TryTake(ref ReadOnlySpan<byte> arrived, out ReadOnlySpan<byte> piece)
    {
        piece = default;
        while (!arrived.IsEmpty && !IsEnded)
        {
            if (isInside)
            {
                piece = arrived[..(int)Math.Min(left, arrived.Length)];
                arrived = arrived[piece.Length..];
                left -= piece.Length;
                isInside = left > 0;
                return true;
            }

            ReadSize(arrived[0]);
            arrived = arrived[1..];
        }

        return false;
    }

    private void ReadSize(byte next)
    {
        if (char.IsAsciiHexDigit((char)next))
        {
            left = (left * 16) + Convert.ToInt32(((char)next).ToString(), 16);
            hasSize = true;
        }
        else if (next == '\n' && hasSize)
        {
            IsEnded = left == 0;
            isInside = left > 0;
            hasSize = false;
        }
    }
}
