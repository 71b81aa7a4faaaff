using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Tests.Expressions;

public sealed class ParserErrorTests
{
    public static TheoryData<string, int, int, int, string> Broken => new()
    {
        { "", 1, 1, 1, "found the end, expected a member, a function or a literal." },
        { "   ", 1, 4, 1, "found the end, expected a member, a function or a literal." },
        { "amout > 1", 1, 1, 5, "found 'amout', expected a member, a function or a literal. Did you mean 'amount'?" },
        { "amount >", 1, 9, 1, "found the end, expected a member, a function or a literal." },
        { "amount > 1 2", 1, 12, 1, "found '2', expected an operator or the end." },
        { "amount = 1", 1, 8, 1, "found '=', expected an operator, a name or a literal. Did you mean '=='?" },
        { "amount > 1 && cardPresent", 1, 12, 2, "found '&&', expected an operator, a name or a literal. Did you mean 'and'?" },
        { "amount > 1 || true", 1, 12, 2, "found '||', expected an operator, a name or a literal. Did you mean 'or'?" },
        { "!cardPresent", 1, 1, 1, "found '!', expected an operator, a name or a literal. Did you mean 'not'?" },
        { "amount", 1, 1, 6, "found 'amount', a number, expected a condition, such as a comparison." },
        { "amount > 'a'", 1, 10, 3, "found ''a'', a text, expected a number, as on the left of '>'." },
        { "country > \"DE\"", 1, 1, 7, "found 'country', a text, expected a number, a time or a duration: a text is compared with '==' and '!=' only." },
        { "country == 5", 1, 12, 1, "found '5', a number, expected a text, as on the left of '=='." },
        { "country in \"DE\"", 1, 12, 4, "found '\"DE\"', a text, expected a list such as [\"DE\", \"FR\"] or @name." },
        { "country in []", 1, 13, 1, "found ']', expected a number, a text or a duration: lists hold no lists and are never empty." },
        { "country in [\"DE\", 5]", 1, 19, 1, "found '5', a number, expected a text that is written out, as the items before." },
        { "country in [\"DE\" \"FR\"]", 1, 18, 4, "found '\"FR\"', expected ',' or ']'." },
        { "country not in [\"DE\"]", 1, 9, 3, "found 'not', expected an operator. Did you mean 'not country in …'?" },
        { "1 < amount < 5", 1, 12, 1, "found '<', expected 'and', 'or' or the end: comparisons do not chain. Did you mean 'a < b and b < c'?" },
        { "amount between 1 or 5", 1, 18, 2, "found 'or', expected 'and' and the upper bound." },
        { "amount between 1 and \"x\"", 1, 22, 3, "found '\"x\"', a text, expected a number, as before 'between'." },
        { "description matches userAgent", 1, 21, 9, "found 'userAgent', a text, expected a pattern in quotes behind 'matches'." },
        { "description matches \"a(b\"", 1, 25, 1, "found '\"', expected a pattern that can be used: this one is not a regular expression (InsufficientClosingParentheses)." },
        { "description matches \"(?=a)b\"", 1, 21, 8, "found '\"(?=a)b\"', expected a pattern that can be used: this one uses look-around, a back-reference, a condition or an atomic group, or is too large, and cannot be matched in linear time." },
        { "description matches \"x\\\\y\"", 1, 26, 1, "found '\"', expected a pattern that can be used: this one is not a regular expression (UnrecognizedEscape)." },
        { "description matches \"\\d+\"", 1, 22, 2, "found '\\d', expected one of \\\", \\', \\\\, \\n, \\r, \\t and \\uXXXX. Did you mean '\\\\d', which is a backslash and d?" },
        { "amount + country > 1", 1, 10, 7, "found 'country', a text, expected a number, as on the left of '+'." },
        { "country * 2 == 1", 1, 1, 7, "found 'country', a text, expected a number." },
        { "initiatedAt + 5 > assessedAt", 1, 15, 1, "found '5', a number, expected a duration to add to a time." },
        { "initiatedAt < \"tomorrow\"", 1, 15, 10, "found '\"tomorrow\"', expected a time like \"2026-03-01T12:00:00Z\" or a day like \"2026-03-01\"." },
        { "initiatedAt * 2 > 3", 1, 1, 11, "found 'initiatedAt', a time, expected a number." },
        { "count(payments) > 5", 1, 15, 1, "found ')', expected ',' and a window from 1s to 90d." },
        { "count(amount, 24h) > 5", 1, 7, 6, "found 'amount', expected 'payments': a count counts payments. Did you mean 'distinct(member, …)' or 'count(payments, … where …)'?" },
        { "sum(country, 24h) > 5", 1, 5, 7, "found 'country', expected amount, originalAmount, latitude or longitude." },
        { "count(payments, 91d) > 5", 1, 17, 3, "found '91d', expected a window from 1s to 90d." },
        { "count(payments, 0s) > 5", 1, 17, 2, "found '0s', expected a window from 1s to 90d." },
        { "count(payments by devise, 1h) > 5", 1, 19, 6, "found 'devise', expected account, device, customer, merchant, payee or card. Did you mean 'device'?" },
        { "count(payments, 1h where count(payments, 1d) > 1) > 5", 1, 26, 19, "found 'count(payments, 1d)', expected the payment's own members: a filter sees neither aggregates nor riskScore, accountAge, tenantAge and deviceIsNew." },
        { "count(payments, 1h where amount > 5 and riskScore > 0.5) > 5", 1, 41, 9, "found 'riskScore', expected the payment's own members: a filter sees neither aggregates nor riskScore, accountAge, tenantAge and deviceIsNew." },
        { "sum(amount, 24h where amount) > 5", 1, 23, 6, "found 'amount', a number, expected a condition, such as a comparison." },
        { "@highRisk", 1, 1, 9, "found '@highRisk', a list, expected a condition, such as a comparison." },
        { "country in @highRisc", 1, 12, 9, "found '@highRisc', expected the name of one of the policy's lists. Did you mean '@highRisk'?" },
        { "country in @", 1, 12, 1, "found '@', expected '@' and a list's name of 1 to 100 letters, digits, '_', '-' and '.'." },
        { "metadata.x == 1", 1, 1, 10, "found 'metadata.x', expected another member: metadata is kept as it came, and conditions cannot look into it." },
        { "exists(5)", 1, 8, 1, "found '5', expected a member, a variable or an aggregate." },
        { "exists(deviceId, country)", 1, 1, 25, "found 'exists(deviceId, country)', expected one member, variable or aggregate in the parentheses." },
        { "hour(initiatedAt, \"Europe/Berlim\") > 5", 1, 19, 15, "found '\"Europe/Berlim\"', expected an IANA time zone in quotes, such as \"Europe/Berlin\". Did you mean 'Europe/Berlin'?" },
        { "hour(country, \"UTC\") > 5", 1, 6, 7, "found 'country', a text, expected a time, such as initiatedAt." },
        { "hour(initiatedAt) > 5", 1, 1, 17, "found 'hour(initiatedAt)', expected a time and, behind a comma, a time zone in quotes, such as \"Europe/Berlin\" in the parentheses." },
        { "weekdy(initiatedAt, \"UTC\") == \"SAT\"", 1, 1, 6, "found 'weekdy', expected the name of a function. Did you mean 'weekday'?" },
        { "containsIgnoreCase(userAgent, country)", 1, 31, 7, "found 'country', expected a text in quotes." },
        { "(amount > 1", 1, 12, 1, "found the end, expected ')' or an operator." },
        { "amount > 1)", 1, 11, 1, "found ')', expected an operator or the end." },
        { "amount > 1e5", 1, 10, 3, "found '1e5', expected a number like 1000 or 0.25, or a duration like 10s, 10m, 24h or 7d, at most 36500d." },
        { "amount > 12345678901234567890123456789", 1, 10, 29, "found '12345678901234567890123456789', expected a number of at most 28 digits." },
        { "amount > .5", 1, 10, 2, "found '.5', expected a number like 1000 or 0.25, or a duration like 10s, 10m, 24h or 7d, at most 36500d." },
        { "accountAge < 30x", 1, 14, 3, "found '30x', expected a number like 1000 or 0.25, or a duration like 10s, 10m, 24h or 7d, at most 36500d." },
        { "accountAge < 30", 1, 14, 2, "found '30', a number, expected a duration, as on the left of '<'." },
        { "description == \"abc", 1, 16, 4, "found a text without an end, expected a closing \" on the same line." },
        { "description == \"a\\u12\"", 1, 18, 5, "found '\\u12\"', expected \\u and four hexadecimal digits." },
        { "cardPresent\nand amount > #", 2, 14, 1, "found '#', expected an operator, a name or a literal." },
        { "ipAddress in [\"10.0.0.0/33\"]", 1, 15, 13, "found '\"10.0.0.0/33\"', expected an IP address or a range of them, such as \"10.0.0.0/8\"." },
        { "${amount", 1, 1, 1, "found '$', expected a name in '${' and '}'." },
        { "$amount > 1", 1, 1, 1, "found '$', expected a name in '${' and '}'." },
        { "not", 1, 4, 1, "found the end, expected a member, a function or a literal." },
        { "true adn false", 1, 6, 3, "found 'adn', expected an operator or the end. Did you mean 'and'?" },
        { "amount > 1 and", 1, 15, 1, "found the end, expected a member, a function or a literal." },
        { "count > 5", 1, 1, 5, "found 'count', expected '(' and what 'count' is asked of behind it." },
        { "-country == 1", 1, 2, 7, "found 'country', a text, expected a number or a duration behind '-'." },
        { "country == [\"DE\"]", 1, 12, 6, "found '[\"DE\"]', a list, expected one value, or 'in' before a list." },
        { "description == \"\\uD800\"", 1, 16, 8, "found half of a surrogate pair, expected whole characters." },
        { "amount > 5 ☂", 1, 12, 1, "found '☂', expected an operator, a name or a literal." },
        { "country in ((\"DE\"))", 1, 14, 4, "found '\"DE\"', a text, expected a list such as [\"DE\", \"FR\"] or @name." },
        { "last(riskScore, 1d) > 1", 1, 6, 9, "found 'riskScore', expected a member of the payment." },
        { "sum(amount 24h) > 1", 1, 12, 3, "found '24h', expected ',' and a window from 1s to 90d." },
        { "sum(, 24h) > 1", 1, 5, 1, "found ',', expected the name of a member." },
        { "sum(amount, 24h > 5", 1, 17, 1, "found '>', expected 'where' and a condition, or ')'." },
        { "[[1]] == 1", 1, 2, 1, "found '[', expected a number, a text or a duration: lists hold no lists and are never empty." },
        { "amount in [amount]", 1, 12, 6, "found 'amount', a number, expected a number, a text or a duration that is written out." },
        { "transaction.amount > 5", 1, 1, 18, "found 'transaction.amount', expected a member, a function or a literal. Did you mean 'amount'?" },
        { "distinct(payments, 1d) > 1", 1, 10, 8, "found 'payments', expected a member, a function or a literal." },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Parse_BrokenText_NamesPlaceFindingAndCure(string text, int line, int column, int length, string message)
    {
        Assert.False(ExpressionParser.TryParse(text, ["highRisk"], out _, out var error));

        Assert.Equal($"Line {line}, column {column}: {message}", error.Message);
        Assert.Equal((line, column, length), (error.Line, error.Column, error.Length));
        var rendered = error.Render().Split('\n');
        Assert.Equal(text.Split('\n')[line - 1], rendered[0]);
        Assert.Equal(new string(' ', column - 1) + new string('^', length), rendered[1]);
    }

    [Fact]
    public void Parse_BrokenText_IsARefusalOfTheMember()
    {
        var error = Assert.Single(ExpressionParser.Parse("amout > 1", "/configurations/0/expression").Errors);

        Assert.Equal(new Error(
            ErrorKind.Invalid,
            "EXPRESSION_INVALID",
            "/configurations/0/expression",
            "amout > 1",
            "Line 1, column 1: found 'amout', expected a member, a function or a literal. Did you mean 'amount'?\namout > 1\n^^^^^"), error);
    }

    [Fact]
    public void Parse_4096Characters_AreReadAnd4097AreNot()
    {
        var text = "amount > 1".PadRight(ExpressionSource.MaximumLength);

        Assert.Equal("amount > 1", ExpressionParser.Parse(text).Value.Print());
        Assert.StartsWith("Line 1, column 4097: found 4097 characters, expected at most 4096.", ExpressionParser.Parse(text + " ").Errors[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not ", "cardPresent", "", 63, 0)]
    [InlineData("(", "cardPresent", ")", 64, 64)]
    [InlineData("-", "amount > 0", "", 62, 0)]
    public void Parse_NestedAsDeepAsCanBe_IsReadAndOneDeeperIsNot(string before, string core, string after, int levels, int extra)
    {
        Assert.True(ExpressionParser.Parse(Nest(levels)).IsSuccess);
        var error = Assert.Single(ExpressionParser.Parse(Nest(levels + 1 + extra)).Errors);
        Assert.Contains("expected at most 64 levels of nesting", error.Message, StringComparison.Ordinal);

        string Nest(int count) => string.Concat(Enumerable.Repeat(before, count)) + core + string.Concat(Enumerable.Repeat(after, count));
    }

    [Fact]
    public void Parse_AChainOfSums_IsAsDeepAsItIsLong()
    {
        Assert.True(ExpressionParser.Parse("amount" + string.Concat(Enumerable.Repeat(" + 1", 62)) + " > 0").IsSuccess);
        Assert.Contains("64 levels", ExpressionParser.Parse("amount" + string.Concat(Enumerable.Repeat(" + 1", 63)) + " > 0").Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_AThousandConditionsInARow_AreOneLevel()
    {
        var tree = ExpressionParser.Parse("true" + string.Concat(Enumerable.Repeat(" or true", 500))).Value;

        Assert.Equal(501, Assert.IsType<OrExpression>(tree).Items.Count);
        Assert.Equal(2, tree.Depth);
    }

    [Fact]
    public void Render_ALineLongerThanATerminal_IsCutAroundTheCaret()
    {
        var text = string.Concat(Enumerable.Repeat("amount > 1 and ", 40)) + "amout > 1";
        Assert.False(ExpressionParser.TryParse(text, null, out _, out var error));

        var lines = error.Render().Split('\n');

        Assert.Equal(601, error.Column);
        Assert.Equal("amout", lines[0].Substring(lines[1].IndexOf('^', StringComparison.Ordinal), 5));
        Assert.Equal(new string('^', 5), lines[1].Trim());
    }

    [Theory]
    [InlineData("(a{100}){20}", false)]
    [InlineData("(a{100}){19}", true)]
    [InlineData("((((a{10}){10}){10}){10}){10}", false)]
    [InlineData("[\\]a{9]{3}\\({2}", true)]
    [InlineData("(a)\\1", false)]
    [InlineData("a{,5}(?<=b)", false)]
    public void Check_Patterns_LargeOrNotLinearAreRefused(string pattern, bool isUsable)
        => Assert.Equal(isUsable, TextPattern.Check(pattern) is null);
}
