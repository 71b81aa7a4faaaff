using System.Buffers;
using System.Runtime.InteropServices;

namespace FinancialFirewall.Gateway.Bodies;

/// <summary>
/// Finds where a JSON value ends, in pieces of any size, by its brackets and quotation marks alone: whether it is valid in between is for whoever
/// reads it to judge.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct JsonNesting
{
    private static readonly SearchValues<byte> Marks = SearchValues.Create("{}[]\""u8);
    private static readonly SearchValues<byte> EndsOfScalar = SearchValues.Create(",]} \t\r\n"u8);

    private int depth;
    private bool isText;
    private bool isScalar;
    private bool hasBegun;

    /// <summary>Goes on looking for the end.</summary>
    /// <param name="json">The value from its beginning, or from where the caller let go of it.</param>
    /// <param name="at">How far it was looked at; where the value ends, when it does.</param>
    /// <returns>Whether the end was found.</returns>
    public bool TryFindEnd(ReadOnlySpan<byte> json, ref int at)
    {
        if (!hasBegun && at < json.Length)
        {
            hasBegun = true;
            isScalar = json[at] is not ((byte)'{' or (byte)'[' or (byte)'"');
        }

        return isScalar ? TryEndScalar(json, ref at) : TryEndNested(json, ref at);
    }

    private static bool TryEndScalar(ReadOnlySpan<byte> json, ref int at)
    {
        var end = json[at..].IndexOfAny(EndsOfScalar);
        at = end < 0 ? json.Length : at + end;
        return end >= 0;
    }

    private bool TryEndNested(ReadOnlySpan<byte> json, ref int at)
    {
        while (TryPassMark(json, ref at))
        {
            if (depth == 0 && !isText)
            {
                return true;
            }
        }

        return false;
    }

    private bool TryPassMark(ReadOnlySpan<byte> json, ref int at)
    {
        var found = isText ? json[at..].IndexOfAny((byte)'"', (byte)'\\') : json[at..].IndexOfAny(Marks);
        if (found < 0)
        {
            at = json.Length;
            return false;
        }

        at += found;
        var mark = json[at];
        if (mark == '\\')
        {
            var isWhole = at + 1 < json.Length;
            at += isWhole ? 2 : 0;
            return isWhole;
        }

        at++;
        isText ^= mark == '"';
        depth += mark switch
        {
            (byte)'{' or (byte)'[' => 1,
            (byte)'}' or (byte)']' => -1,
            _ => 0,
        };
        return true;
    }
}
