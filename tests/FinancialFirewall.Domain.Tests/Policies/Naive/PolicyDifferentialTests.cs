using System.Text;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Policies.Naive;

/// <summary>Holds the compiled policy against the naive engine.</summary>
public sealed class PolicyDifferentialTests
{
    private const int FirstSeed = 4_000;
    private const int Policies = 200;
    private const int PaymentsEach = 500;

    [Fact]
    public void CompiledPolicy_RandomPaymentsOverRandomPolicies_DecidesAsTheNaiveEngine()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var seed = FirstSeed; seed < FirstSeed + Policies; seed++)
        {
            Compare(seed, seen);
        }

        // Agreement says little about what never happened.
        Assert.Equal(Enum.GetValues<DecisionStep>().Length - 1, seen.Keys.Count(static key => Enum.TryParse<DecisionStep>(key, out _)));
        Assert.True(seen["degraded"] > 3_000 && seen["held"] > 30_000, string.Join(", ", seen));
        Assert.Equal(Policies * PaymentsEach, seen["payments"]);
    }

    private static void Compare(int seed, Dictionary<string, int> seen)
    {
        var random = new Random(seed);
        var (file, policy) = NextPolicy(random);
        var bench = new PolicyBench(policy);
        var naive = new NaiveEngine(policy.Document, policy.TenantSince);
        var transfers = new RandomTransfers(random, RandomPolicies.WatchLists);
        var at = PolicyBench.Start.UnixMicroseconds;
        for (var i = 0; i < PaymentsEach; i++)
        {
            at += random.Next(4) switch { 0 => 0, 1 => random.Next(5_000_000), 2 => random.NextInt64(120_000_000), _ => random.NextInt64(2_500_000_000) };
            var (json, facts) = transfers.Next(new Instant(at));

            bench.Run(bench.PackWhole(json, new Instant(at)), new Instant(at));
            var compiled = Describe(bench);
            var expected = naive.Assess(facts, at);

            Assert.True(expected == compiled, $"seed {seed}, payment {i}\nnaive    {expected}\ncompiled {compiled}\n{facts}\n{json}\n{file}");
            Count(seen, expected);
        }
    }

    private static (string File, CompiledPolicy Policy) NextPolicy(Random random)
    {
        while (true)
        {
            var file = new RandomPolicies(random).Next();
            var document = PolicyDocumentReader.Read(Encoding.UTF8.GetBytes(file));
            Assert.True(document.IsSuccess, $"{string.Join('\n', document.Errors)}\n{file}");
            var since = PolicyBench.Start.Plus(TimeSpan.FromDays(random.Next(2) == 0 ? -300 : 0));
            var policy = PolicyCompiler.Compile(document.Value, 7, PolicyBench.Tenant, since);
            if (policy.IsSuccess)
            {
                return (file, policy.Value);
            }

            Assert.Equal("WINDOWS_TOO_MANY", policy.Errors[0].Code);
        }
    }

    private static NaiveVerdict Describe(PolicyBench bench)
    {
        var outcome = bench.Outcome;
        return new(
            EnumNames<Decision>.Of(outcome.Decision), EnumNames<RiskLevel>.Of(outcome.Level), outcome.Score.ToDecimal(), Names(bench, outcome.Held),
            Names(bench, outcome.Unknown), outcome.IsDegraded, outcome.Step.ToString());
    }

    private static string Names(PolicyBench bench, FactorSet factors)
        => bench.Outcome.ConfigurationIndex < 0
            ? ""
            : string.Join(',', bench.Policy.FactorsAt(bench.Outcome.ConfigurationIndex).Where((_, place) => factors.Contains(place)).Select(static factor => factor.Name));

    private static void Count(Dictionary<string, int> seen, NaiveVerdict verdict)
    {
        foreach (var key in (string[])["payments", verdict.Step, verdict.Degraded ? "degraded" : "sure", verdict.Held.Length > 0 ? "held" : "none"])
        {
            seen[key] = seen.GetValueOrDefault(key) + 1;
        }
    }
}
