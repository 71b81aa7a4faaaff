using GraphQL.Server.Errors;
using GraphQL.Server.Language;

namespace GraphQL.Server.Tests.Language;

/// <summary>What is a document, and where one that is none goes wrong.</summary>
public sealed class DocumentParserTests
{
    [Theory]
    [InlineData("{", 1, 2, "Syntax Error: Expected Name, found <EOF>.")]
    [InlineData("{}", 1, 2, "Syntax Error: Expected Name, found \"}\".")]
    [InlineData("\n\n  { f(a: .5) }", 3, 10, "Syntax Error: Invalid number, expected digit before \".\", did you mean \"0.5\"?")]
    [InlineData("{ ...on }", 1, 9, "Syntax Error: Expected Name, found \"}\".")]
    [InlineData("fragment on on T { f }", 1, 10, "Syntax Error: Unexpected Name \"on\".")]
    [InlineData("query ($x: Int = $y) { f }", 1, 18, "Syntax Error: Unexpected variable \"$y\" in constant value.")]
    [InlineData("{ f(a: 'x') }", 1, 8, "Syntax Error: Unexpected single quote character ('), did you mean to use a double quote (\")?")]
    [InlineData("{ f(a: \"x) }", 1, 13, "Syntax Error: Unterminated string.")]
    [InlineData("{ f(a: \"\\u{110000}\") }", 1, 9, "Syntax Error: Invalid Unicode escape sequence: \"\\u{110000}\".")]
    [InlineData("{ f(a: 00) }", 1, 9, "Syntax Error: Invalid number, unexpected digit after 0: \"0\".")]
    [InlineData("{ f(a: 1x) }", 1, 9, "Syntax Error: Invalid number, expected digit but got: \"x\".")]
    [InlineData("\"about\" { f }", 1, 1, "Syntax Error: Unexpected description, descriptions are not supported on shorthand queries.")]
    [InlineData("\"about\" extend type T { f: Int }", 1, 1, "Syntax Error: Unexpected description, only GraphQL definitions support descriptions.")]
    [InlineData("enum E { true }", 1, 10, "Syntax Error: Name \"true\" is reserved and cannot be used for an enum value.")]
    [InlineData("directive @d on NOWHERE", 1, 17, "Syntax Error: Unexpected Name \"NOWHERE\".")]
    [InlineData("extend type T", 1, 14, "Syntax Error: Unexpected <EOF>.")]
    [InlineData("{ a\r\n  ?b }", 2, 3, "Syntax Error: Unexpected character: \"?\".")]
    public void TryParse_WhatIsNoDocument_SaysWhereAndWhy(string text, int line, int column, string message)
    {
        Assert.False(DocumentParser.TryParse(new SourceText(text), ParserLimits.Request, out _, out var error));
        Assert.Equal(message, error.Message);
        Assert.Equal([new SourceLocation(line, column)], error.Locations);
    }

    [Fact]
    public void Describe_SyntaxError_PutsACaretUnderThePlace()
    {
        var source = new SourceText("query {\n  a\n  b(: 1)\n}", "dashboard.graphql");

        Assert.False(DocumentParser.TryParse(source, ParserLimits.Request, out _, out var error));

        Assert.Equal(
            "Syntax Error: Expected Name, found \":\".\n\ndashboard.graphql:3:5\n2 |   a\n3 |   b(: 1)\n  |     ^\n4 | }",
            error.Describe(source));
    }

    [Fact]
    public void TryParse_MoreTokensThanAllowed_StopsAtTheFirstTooMany()
    {
        Assert.False(DocumentParser.TryParse(new SourceText("{ a b c }"), new ParserLimits(4, 10), out _, out var error));
        Assert.Equal("Syntax Error: Document contains more than 4 tokens. Parsing aborted.", error.Message);
        Assert.Equal([new SourceLocation(1, 9)], error.Locations);
    }

    [Theory]
    [InlineData("{ a", "}")]
    [InlineData("[", "]")]
    [InlineData("{x:", "}")]
    public void TryParse_DeeperThanAllowed_IsRefusedWhateverNests(string open, string close)
    {
        var nest = string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000));
        var text = open is "{ a" ? nest : $"{{ f(a: {nest}) }}";

        Assert.False(DocumentParser.TryParse(new SourceText(text), new ParserLimits(1_000_000, 200), out _, out var error));
        Assert.Equal("Syntax Error: Document nests more than 200 levels deep. Parsing aborted.", error.Message);
    }

    [Fact]
    public void TryParse_BlockString_LosesTheIndentationOfItsLines()
    {
        var document = Parse("{ f(a: \"\"\"\n    first\n      second \\\"\"\" quoted\n\n    \"\"\") }");
        var field = (FieldSyntax)((OperationSyntax)document.Definitions[0]).SelectionSet.Selections[0];

        Assert.Equal("first\n  second \"\"\" quoted", ((StringSyntax)field.Arguments[0].Value).Value);
    }

    [Theory]
    [InlineData("\\u00e9", "é")]
    [InlineData("\\u{1F600}", "😀")]
    [InlineData("\\uD83D\\uDE00", "😀")]
    [InlineData("\\\" \\\\ \\/ \\b\\f\\n\\r\\t", "\" \\ / \b\f\n\r\t")]
    public void TryParse_EscapesInAString_AreResolved(string escaped, string meaning)
    {
        var document = Parse($"{{ f(a: \"{escaped}\") }}");
        var field = (FieldSyntax)((OperationSyntax)document.Definitions[0]).SelectionSet.Selections[0];

        Assert.Equal(meaning, ((StringSyntax)field.Arguments[0].Value).Value);
    }

    [Fact]
    public void TryParse_RandomTokens_EndsInADocumentOrAnErrorWithAPlace()
    {
        string[] words = ["{", "}", "(", ")", "[", "]", ":", "=", "@", "|", "&", "!", "$", "...", "on", "query", "fragment", "type", "extend", "input", "a", "1", "-2.5e3", "\"s\"", "\"\"\"b\"\"\"", "#c\n", "\u0007", "\"", "\\", "\uD800", "schema", "enum"];
        const int seed = 20250903;
        var random = new Random(seed);
        for (var run = 0; run < 20_000; run++)
        {
            var text = string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 30)).Select(_ => words[random.Next(words.Length)]));
            var source = new SourceText(text);
            if (DocumentParser.TryParse(source, ParserLimits.Request, out var document, out var error))
            {
                var printed = SyntaxPrinter.Print(document);
                Assert.True(DocumentParser.TryParse(new SourceText(printed), ParserLimits.Request, out var again, out _), $"seed {seed}, run {run}: {text}");
                Assert.Equal(printed, SyntaxPrinter.Print(again));
            }
            else
            {
                Assert.True(error.Locations.Count == 1 && error.Describe(source).Length > 0, $"seed {seed}, run {run}: {text}");
            }
        }
    }

    private static DocumentSyntax Parse(string text)
        => DocumentParser.TryParse(new SourceText(text), ParserLimits.Request, out var document, out var error)
            ? document
            : throw new InvalidOperationException(error.Message);
}
