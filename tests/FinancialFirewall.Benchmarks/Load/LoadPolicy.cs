using System.Globalization;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Benchmarks.Load;

/// <summary>What every measurement decides by: the demo policy, 20 factors and 6 windows, with <see cref="BlockedAccounts"/> accounts on its block list.</summary>
internal static class LoadPolicy
{
    /// <summary>How many accounts are blocked. None of them pays, so that each payment looks for its account among all of them.</summary>
    public const int BlockedAccounts = 10_000;

    private const string BlockList = "blockedAccounts";

    private static readonly Lazy<CompiledPolicy> compiled = new(Compile);

    /// <summary>The policy.</summary>
    public static PolicyDocument Document { get; } = DemoPolicy.Document with
    {
        Lists = [.. DemoPolicy.Document.Lists.Select(list => list.Name == BlockList ? list with { Entries = Entries() } : list)],
    };

    /// <summary>The same as a policy file.</summary>
    public static ReadOnlyMemory<byte> Utf8 { get; } = PolicyDocumentWriter.Write(Document, DocumentForm.File);

    /// <summary>The policy compiled: once a process, as in a firewall.</summary>
    /// <exception cref="InvalidOperationException">It has windows by other keys than the account, which measurements of the domain alone would leave out.</exception>
    public static CompiledPolicy Compiled => compiled.Value;

    private static CompiledPolicy Compile()
    {
        var policy = PolicyCompiler.Compile(Document, version: 1, new TenantId("demo"), Instant.From(DateTimeOffset.UtcNow)).Value;
        return policy.KeyedWindows.Count == 0
            ? policy
            : throw new InvalidOperationException("The demo policy has windows by other keys than the account, which these measurements would leave out.");
    }

    private static ListEntry[] Entries()
        => [.. Enumerable.Range(0, BlockedAccounts)
            .Select(static number => new ListEntry(string.Create(CultureInfo.InvariantCulture, $"BLOCKED-{number:D6}"), Reason: "Made up"))];
}
