using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;

namespace FinancialFirewall.Domain.Tests.Expressions;

public sealed class CompilerDifferentialTests
{
    private const int Trees = 600;
    private const int FramesPerTree = 172;

    private static readonly Dictionary<string, HashSet<string>> Lists = new(StringComparer.Ordinal)
    {
        ["highRisk"] = ["DE", "abc", "SAT"],
        ["watch-1"] = ["Zoë ☂", "10.1.2.3", "REFUND"],
    };

    [Fact]
    public void Compile_RandomTreesOverRandomFrames_GivesWhatTheNaiveInterpreterGives()
    {
        var frame = new EvaluationFrame { Lists = [.. Lists.Values.Select(static texts => new TestList(texts))] };
        var truths = new int[3];
        for (var seed = 1; seed <= Trees; seed++)
        {
            var random = new Random(seed);
            var tree = new RandomExpressions(random).Condition(random.Next(6));
            var aggregates = ExpressionLeaves.Aggregates(tree);
            if (aggregates.Length > WindowDefinition.MaximumPerPolicy)
            {
                continue;
            }

            var condition = ExpressionCompiler.Compile(tree, new(2, aggregate => aggregates.IndexOf(aggregate), static name => Lists.Keys.ToList().IndexOf(name)));
            for (var i = 0; i < FramesPerTree; i++)
            {
                var facts = new RandomFrames(random, aggregates, Lists).Fill(frame);
                var expected = NaiveInterpreter.Holds(tree, facts) switch { true => Truth.True, false => Truth.False, null => Truth.Unknown };
                var actual = condition(frame);
                truths[(int)actual]++;
                Assert.True(expected == actual, $"seed {seed}, frame {i}: {tree}\nis {actual} and should be {expected} over {facts}");
            }
        }

        Assert.True(truths.Sum() >= 100_000, $"only {truths.Sum()} evaluations");
        Assert.All(truths, static count => Assert.True(count > 5_000, "each outcome is to be seen often"));
    }
}
