using System.Globalization;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>
/// Reads the part of .NET's regular expressions that says the same of every ASCII text in an <see cref="AsciiAutomaton"/> as in .NET: literals, sets, groups, choices,
/// repetitions, and <c>(?i)</c> at the start. Of everything else it says that it does not know it. The pattern has been checked before.
/// </summary>
internal sealed class AsciiPatternParser(string pattern)
{
    private const string IgnoreCase = "(?i)";
    private const char FirstForeign = (char)128;

    private static readonly UInt128 All = UInt128.MaxValue;
    private static readonly UInt128 Digits = Range('0', '9');
    private static readonly UInt128 Words = Digits | Range('a', 'z') | Range('A', 'Z') | Of('_');
    private static readonly UInt128 Spaces = Range('\t', '\r') | Of(' ');

    private readonly bool ignoresCase = pattern.StartsWith(IgnoreCase, StringComparison.Ordinal);
    private int at = pattern.StartsWith(IgnoreCase, StringComparison.Ordinal) ? IgnoreCase.Length : 0;

    private bool AtEnd => at == pattern.Length;

    /// <summary>Reads the pattern; nothing where something in it is not known here.</summary>
    public PatternNode? Parse() => ParseChoice() is { } node && AtEnd ? node : null;

    private static UInt128 Of(char character) => UInt128.One << character;

    private static UInt128 Range(char first, char last)
    {
        var set = UInt128.Zero;
        for (var one = first; one <= last; one++)
        {
            set |= Of(one);
        }

        return set;
    }

    private PatternNode? ParseChoice()
    {
        var parts = new List<PatternNode>();
        do
        {
            if (ParseSequence() is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }
        while (TryTake('|'));

        return parts.Count == 1 ? parts[0] : new PatternNode.Choice(parts);
    }

    private PatternNode.Sequence? ParseSequence()
    {
        var parts = new List<PatternNode>();
        while (!AtEnd && pattern[at] is not ('|' or ')'))
        {
            if (ParseAtom() is not { } atom || ParseRepeat(atom) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }

        return new PatternNode.Sequence(parts);
    }

    // Whether a repetition is greedy or lazy makes no difference to whether a whole text matches.
    private PatternNode? ParseRepeat(PatternNode part)
    {
        if (AtEnd || pattern[at] is not ('*' or '+' or '?' or '{'))
        {
            return part;
        }

        if (ReadBounds() is not var (least, most))
        {
            return null;
        }

        TryTake('?');
        return new PatternNode.Repeat(part, least, most);
    }

    private (int Least, int? Most)? ReadBounds()
    {
        switch (pattern[at++])
        {
            case '*':
                return (0, null);
            case '+':
                return (1, null);
            case '?':
                return (0, 1);
            default:
                var end = pattern.IndexOf('}', at);
                var bounds = end < 0 ? [] : pattern[at..end].Split(',');
                at = end + 1;
                if (bounds.Length is not (1 or 2) || !int.TryParse(bounds[0], NumberStyles.None, CultureInfo.InvariantCulture, out var least))
                {
                    return null;
                }

                var isOpen = bounds is [_, ""];
                var most = least;
                return isOpen ? (least, null)
                    : bounds.Length == 1 || int.TryParse(bounds[1], NumberStyles.None, CultureInfo.InvariantCulture, out most) ? (least, most)
                    : null;
        }
    }

    private PatternNode? ParseAtom()
    {
        var character = pattern[at++];
        switch (character)
        {
            case '(':
                return ParseGroup();
            case '[':
                return ParseSet() is { } set ? new PatternNode.Set(set) : null;
            case '.':
                return new PatternNode.Set(All & ~Of('\n'));
            case '\\':
                return ParseEscape() is { } escape ? new PatternNode.Set(escape) : null;
            case '^' or '$' or '{' or '*' or '+' or '?' or >= FirstForeign:
                return null;
            default:
                return new PatternNode.Set(Folded(Of(character)));
        }
    }

    private PatternNode? ParseGroup()
    {
        if (TryTake('?') && !TryTake(':'))
        {
            return null;
        }

        return ParseChoice() is { } group && TryTake(')') ? group : null;
    }

    private UInt128? ParseEscape() => AtEnd ? null : pattern[at++] switch
    {
        'd' => Digits,
        'D' => ~Digits,
        'w' => Words,
        'W' => ~Words,
        's' => Spaces,
        'S' => ~Spaces,
        't' => Of('\t'),
        'n' => Of('\n'),
        'r' => Of('\r'),
        var other when char.IsAscii(other) && !char.IsAsciiLetterOrDigit(other) && other != '_' => Of(other),
        _ => null,
    };

    private UInt128? ParseSet()
    {
        var isNegated = TryTake('^');
        var set = UInt128.Zero;
        for (var isFirst = true; !AtEnd && (isFirst || pattern[at] != ']'); isFirst = false)
        {
            if (ParseSetItem() is not { } item)
            {
                return null;
            }

            set |= item;
        }

        set = Folded(set);
        return !TryTake(']') ? null : isNegated ? ~set : set;
    }

    private UInt128? ParseSetItem()
    {
        var first = pattern[at++];
        if (first is '[' or '-' or ']' or >= FirstForeign)
        {
            return null;
        }

        if (first == '\\')
        {
            return IsRange() ? null : ParseEscape() is { } escape && !IsRange() ? escape : null;
        }

        if (!IsRange())
        {
            return Of(first);
        }

        at++;
        var last = pattern[at++];
        return last is '\\' or '[' or >= FirstForeign || last < first ? null : Range(first, last);
    }

    private bool IsRange() => at + 1 < pattern.Length && pattern[at] == '-' && pattern[at + 1] != ']';

    private UInt128 Folded(UInt128 set)
    {
        if (!ignoresCase)
        {
            return set;
        }

        const int CaseDistance = 'a' - 'A';
        return set | ((set & Range('A', 'Z')) << CaseDistance) | ((set & Range('a', 'z')) >> CaseDistance);
    }

    private bool TryTake(char character)
    {
        var isThere = !AtEnd && pattern[at] == character;
        at += isThere ? 1 : 0;
        return isThere;
    }
}
