using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Tests.Bytes;

namespace FinancialFirewall.Domain.Tests.Expressions;

public sealed class ParserFuzzTests
{
    private static readonly string[] Pieces =
    [
        "amount", "country", "riskScore", "accountAge", "initiatedAt", "cardPresent", "deviceIsNew", "and", "OR", "not", "in", "between", "matches",
        "startsWith", "contains", "==", "!=", "<", ">=", "+", "-", "*", "/", "%", "(", ")", "[", "]", ",", "10", "0.5", "7d", "24h", "\"a\"", "'DE'", "@highRisk",
        "count(payments, 24h)", "sum(amount by card, 7d where", "exists(", "hour(initiatedAt, \"UTC\")", "payments", "where", "by", "true", "${amount}", "$", "\\", "\"", "'", "☂", "\uD800", "\0", "\n",
    ];

    [Fact]
    public void Parse_RandomPieces_GivesATreeThatReadsBackOrAnErrorInsideTheText()
    {
        var parsed = 0;
        for (var seed = 1; seed <= 15_000; seed++)
        {
            var random = new Random(seed);
            var text = string.Join(random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 14)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            if (ExpressionParser.TryParse(text, null, out var tree, out var error))
            {
                parsed++;
                Assert.True(tree.Equals(ExpressionParser.Parse(tree.Print()).Value), $"seed {seed}: {text}");
            }
            else
            {
                Assert.True(error.Offset <= text.Length && error.Length >= 1 && error.Offset + error.Length <= text.Length + 1, $"seed {seed}: {text}: {error}");
                Assert.NotEmpty(error.Render());
            }
        }

        Assert.True(parsed > 50, $"only {parsed} of the texts are conditions");
    }

    [Fact]
    public void Parse_MutatedConditions_NeverThrows()
    {
        const string Text = "amount between 10 and 1e2 or description matches \"(a|b)[c]{2}\\\\d\" and not count(payments by device, 1h where country in ['DE','FR']) > 5";
        for (var seed = 1; seed <= 20_000; seed++)
        {
            var random = new Random(seed);
            var characters = Text.ToCharArray();
            for (var i = 0; i < random.Next(1, 5); i++)
            {
                characters[random.Next(characters.Length)] = random.Next(3) == 0 ? (char)random.Next(0x300) : Text[random.Next(Text.Length)];
            }

            var text = new string(characters);
            var exception = Record.Exception(() => ExpressionParser.TryParse(text, null, out _, out _));
            Assert.True(exception is null, $"seed {seed}: {text}\n{exception}");
        }
    }

    [Fact]
    public void Print_RandomTrees_ReadBackAsTheSameTrees()
    {
        var compared = 0;
        for (var seed = 1; seed <= 2_000; seed++)
        {
            var tree = new RandomExpressions(new Random(seed)).Condition(seed % 6);
            var text = tree.Print();
            if (text.Length > ExpressionSource.MaximumLength)
            {
                continue;
            }

            compared++;
            var read = ExpressionParser.TryParse(text, null, out var again, out var error);
            Assert.True(read && tree.Equals(again), $"seed {seed}: {text}\n{error?.Message}");
            Assert.Equal(tree.GetHashCode(), again!.GetHashCode());
        }

        Assert.True(compared > 1_500, $"only {compared} trees compared");
    }

    [Fact]
    public void Parse_FourTimesTheText_TakesTheSameMemoryForEachCharacter()
    {
        var small = Allocated(1_000);
        var large = Allocated(4_000);

        Assert.True(large < small * 6, $"{small} bytes for 1,000 characters, {large} for 4,000");

        static long Allocated(int length)
        {
            var text = string.Concat(Enumerable.Repeat("amount > 1 and ", (length / 15) - 1)) + "amount > 1";
            return Allocation.Least(() => _ = ExpressionParser.Parse(text).Value);
        }
    }
}
