using System.Text.RegularExpressions;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>
/// Regular expressions over texts: .NET's notation, the whole text must match, case matters, and matching takes time linear in the text, which
/// is why look-around, back-references and atomic groups do not exist here.
/// </summary>
public sealed class TextPattern
{
    /// <summary>The longest pattern, in characters.</summary>
    public const int MaximumLength = 1_000;

    /// <summary>The most positions a pattern may have once its counted repetitions are written out.</summary>
    public const int MaximumSize = 2_000;

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private readonly Regex regex;
    private readonly AsciiAutomaton? automaton;

    private TextPattern(string pattern)
    {
        regex = new($"\\A(?:{pattern})\\z", Options, Regex.InfiniteMatchTimeout);
        automaton = AsciiAutomaton.Of(pattern);
    }

    /// <summary>Why <paramref name="pattern"/> cannot be used; nothing where it can.</summary>
    public static PatternProblem? Check(string pattern)
    {
        if (pattern.Length > MaximumLength)
        {
            return new(MaximumLength, $"has {pattern.Length} characters, of which {MaximumLength} are allowed");
        }

        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);
            if (PatternSize.Of(pattern) > MaximumSize)
            {
                return new(null, $"has more than {MaximumSize} positions once its repetitions are written out");
            }

            _ = Compile(pattern);
            return null;
        }
        catch (RegexParseException problem)
        {
            return new(Math.Min(problem.Offset, pattern.Length), $"is not a regular expression ({problem.Error})");
        }
        catch (NotSupportedException)
        {
            return new(null, "uses look-around, a back-reference, a condition or an atomic group, or is too large, and cannot be matched in linear time");
        }
    }

    /// <summary>The matcher of a pattern that <see cref="Check"/> found usable.</summary>
    internal static TextPattern Compile(string pattern) => new(pattern);

    /// <summary>Whether a member that is present matches as a whole.</summary>
    internal bool IsMatch(EvaluationFrame frame, PaymentMember member)
        => automaton?.IsMatch(frame.Text(member)) ?? regex.IsMatch(frame.CharactersOf(member));

    /// <summary>Whether a text matches as a whole.</summary>
    internal bool IsMatch(EvaluationFrame frame, ReadOnlySpan<byte> utf8)
        => automaton?.IsMatch(utf8) ?? regex.IsMatch(frame.Decode(utf8));
}
