using System.Text;
using System.Text.RegularExpressions;
using FinancialFirewall.Domain.Expressions;

namespace FinancialFirewall.Domain.Tests.Expressions;

/// <summary>The table of a pattern against .NET's regular expressions.</summary>
public sealed class AsciiAutomatonTests
{
    private static readonly string[] Pieces =
    [
        "a", "b", "k", "0", " ", ".", "\\d", "\\w", "\\s", "\\D", "\\W", "\\S", "\\.", "[ab]", "[^ab]", "[a-c0-9]", "[^\\d]", "[\\w ]", "(a|b)", "(?:ab|k)", "a*", "b+", "k?", "0{2}", "a{1,3}", "b{2,}", "(ab)*", "(a|bk)+?", ".*", "|", "\\n", "#",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void IsMatch_RandomPatternsAndTexts_SaysWhatDotNetSays(int seed)
    {
        var random = new Random(seed);
        var known = 0;
        for (var i = 0; i < 400; i++)
        {
            var pattern = (random.Next(3) == 0 ? "(?i)" : "") + string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            if (AsciiAutomaton.Of(pattern) is not { } automaton)
            {
                continue;
            }

            known++;
            var regex = new Regex($"\\A(?:{pattern})\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);
            for (var j = 0; j < 60; j++)
            {
                var text = string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => "aabbABkK00 9_.\n#x"[random.Next(17)]));
                Assert.True(regex.IsMatch(text) == automaton.IsMatch(Encoding.UTF8.GetBytes(text)), $"seed {seed}, pattern {pattern}, text {text}");
            }
        }

        Assert.InRange(known, 300, 400);
    }

    [Theory]
    [InlineData("(?i).*(gift ?card|lottery|unlock fee).*", "many words before a Gift Card and after", true)]
    [InlineData("(?i).*(gift ?card|lottery|unlock fee).*", "many words before a gift crd and after", false)]
    [InlineData("0{8,}", "00000000", true)]
    [InlineData("0{8,}", "0000000", false)]
    [InlineData(".*b", "xxxxxxxxxxxxxxxxxxxxxxxxb", true)]
    public void IsMatch_ATextOfAscii_IsKnown(string pattern, string text, bool matches)
        => Assert.Equal(matches, AsciiAutomaton.Of(pattern)!.IsMatch(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void IsMatch_ATextBeyondAscii_IsLeftToDotNet() => Assert.Null(AsciiAutomaton.Of(".*a")!.IsMatch("xxé"u8));

    [Theory]
    [InlineData("^a$")]
    [InlineData("a\\b")]
    [InlineData("[a-[b]]")]
    [InlineData("é")]
    [InlineData("(?<name>a)")]
    [InlineData("\\p{L}")]
    [InlineData("a(?i)b")]
    [InlineData("(a{20}b{20}){20}")]
    public void Of_WhatIsNotKnownHere_IsLeftToDotNet(string pattern) => Assert.Null(AsciiAutomaton.Of(pattern));
}
