using System.Globalization;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>How large a pattern becomes once counted repetitions are written out: <c>(ab{3}){10}</c> has 40 positions.</summary>
internal static class PatternSize
{
    private const long Cap = long.MaxValue / 100_000;

    /// <summary>The number of positions of a well-formed pattern, never too low.</summary>
    public static long Of(string pattern)
    {
        var groups = new Stack<(long Before, long LastAtom)>();
        long total = 0;
        long atom = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '(':
                    groups.Push((total + atom, 0));
                    (total, atom) = (0, 0);
                    break;
                case ')' when groups.Count > 0:
                    atom = Math.Min(Cap, total + atom + 1);
                    total = groups.Pop().Before;
                    break;
                case '{' when TryReadCount(pattern, i, out var count, out var length):
                    atom = Math.Min(Cap, atom * count);
                    i += length - 1;
                    break;
                default:
                    i = EndOfAtom(pattern, i);
                    (total, atom) = (Math.Min(Cap, total + atom), 1);
                    break;
            }
        }

        return total + atom + groups.Sum(static group => group.Before);
    }

    private static int EndOfAtom(string pattern, int start)
    {
        if (pattern[start] == '\\')
        {
            return Math.Min(start + 1, pattern.Length - 1);
        }

        if (pattern[start] != '[')
        {
            return start;
        }

        var i = start + 1;
        for (i += i < pattern.Length && pattern[i] == '^' ? 2 : 1; i < pattern.Length && pattern[i] != ']'; i++)
        {
            i += pattern[i] == '\\' ? 1 : 0;
        }

        return Math.Min(i, pattern.Length - 1);
    }

    private static bool TryReadCount(string pattern, int start, out long count, out int length)
    {
        count = 0;
        length = pattern.IndexOf('}', start) - start + 1;
        if (length < 3)
        {
            return false;
        }

        foreach (var bound in pattern.Substring(start + 1, length - 2).Split(','))
        {
            if (bound.Length > 0 && !long.TryParse(bound, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                return false;
            }

            count = Math.Max(count, bound.Length > 0 ? long.Parse(bound, CultureInfo.InvariantCulture) : 0);
        }

        count = Math.Clamp(count, 1, 100_000);
        return true;
    }
}
