using System.Globalization;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Benchmarks.Parts;

/// <summary>What the parts are measured with: the demo policy, 20 factors and 6 windows, with 10,000 accounts on its block list.</summary>
internal static class PartsPolicy
{
    private const int BlockedAccounts = 10_000;

    /// <summary>Compiles it.</summary>
    public static CompiledPolicy Compile()
    {
        var entries = Enumerable.Range(0, BlockedAccounts)
            .Select(static number => new ListEntry(string.Create(CultureInfo.InvariantCulture, $"BLOCKED-{number:D6}"), Reason: "Made up"));
        var document = DemoPolicy.Document with
        {
            Lists = [.. DemoPolicy.Document.Lists.Select(list => list.Name == "blockedAccounts" ? list with { Entries = [.. entries] } : list)],
        };
        var policy = PolicyCompiler.Compile(document, version: 1, new TenantId("demo"), Instant.From(DateTimeOffset.UtcNow)).Value;
        return policy.KeyedWindows.Count == 0
            ? policy
            : throw new InvalidOperationException("The demo policy has windows by other keys than the account, which these measurements would leave out.");
    }
}
