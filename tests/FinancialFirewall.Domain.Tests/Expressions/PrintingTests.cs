using FinancialFirewall.Domain.Expressions;

namespace FinancialFirewall.Domain.Tests.Expressions;

public sealed class PrintingTests
{
    public static TheoryData<string, string> Spellings => new()
    {
        { "amount > 10000 and country in @highRisk and count(payments, 24h) > 5", "amount > 10000 and country in @highRisk and count(payments, 1d) > 5" },
        { "${amount} < 1000 AND ${riskScore} < 0.3", "amount < 1000 and riskScore < 0.3" },
        { "count( payments  BY device ,1h WHERE (amount>500.00))>=2", "count(payments by device, 1h where amount > 500) >= 2" },
        { "not (country == 'DE' or country == \"FR\") and (cardPresent or deviceIsNew)", "not (country == \"DE\" or country == \"FR\") and (cardPresent or deviceIsNew)" },
        { "(amount + 1) * 2 - (3 - 1) > -5", "(amount + 1) * 2 - (3 - 1) > -5" },
        { "amount - (1 - 2) - 3 == - 4", "amount - (1 - 2) - 3 == -4" },
        { "initiatedAt between '2026-01-01' and \"2026-03-01T12:00:00+02:00\"", "initiatedAt between \"2026-01-01T00:00:00Z\" and \"2026-03-01T10:00:00Z\"" },
        { "description matches 'a\\\\d+\\'\"' or ipAddress in ['10.0.0.0/8']", "description matches \"a\\\\d+'\\\"\" or ipAddress in [\"10.0.0.0/8\"]" },
        { "hour(initiatedAt, \"Europe/Berlin\") >= 22 and weekday(initiatedAt, 'UTC') in ['SAT','SUN']", "hour(initiatedAt, \"Europe/Berlin\") >= 22 and weekday(initiatedAt, \"UTC\") in [\"SAT\", \"SUN\"]" },
        { "(true and (false and true)) or (false or true)", "true and false and true or false or true" },
        { "distinct(toAccountNumber by customer, 7d) > 3 and last(country, 30d) != country and average(originalAmount, 90d) * 2 < originalAmount", "distinct(toAccountNumber by customer, 7d) > 3 and last(country, 30d) != country and average(originalAmount, 90d) * 2 < originalAmount" },
        { "accountAge < 30d and assessedAt - initiatedAt > 90m and 120s == 2m", "accountAge < 30d and assessedAt - initiatedAt > 90m and 2m == 2m" },
        { "containsIgnoreCase(userAgent, \"bot\") and exists(deviceId) and userAgent startsWith 'x' and 'ab' contains 'b'", "containsIgnoreCase(userAgent, \"bot\") and exists(deviceId) and userAgent startsWith \"x\" and \"ab\" contains \"b\"" },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Print_AnySpelling_IsCanonicalAndReadsBackAsTheSameTree(string text, string canonical)
    {
        if (!ExpressionParser.TryParse(text, null, out var tree, out var error))
        {
            Assert.Fail(error.Message + "\n" + error.Render());
        }

        Assert.Equal(canonical, tree.Print());
        Assert.Equal(tree, ExpressionParser.Parse(canonical).Value);
    }
}
