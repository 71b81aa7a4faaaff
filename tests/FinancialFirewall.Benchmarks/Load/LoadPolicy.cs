using System.Globalization;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Benchmarks.Load;

/// <summary>What every measurement decides by: the demo policy, 20 factors and 6 windows, with <see cref="BlockedAccounts"/> accounts on its block list.</summary>
internal static class LoadPolicy
{
    /// <summary>How many accounts are blocked. None of them pays, so that each payment looks for its account among all of them.</summary>
    public const int BlockedAccounts = 10_000;

    private const string BlockList = "blockedAccounts";

    /// <summary>The policy.</summary>
    public static PolicyDocument Document { get; } = DemoPolicy.Document with
    {
        Lists = [.. DemoPolicy.Document.Lists.Select(list => list.Name == BlockList ? list with { Entries = Entries() } : list)],
    };

    /// <summary>The same as a policy file.</summary>
    public static ReadOnlyMemory<byte> Utf8 { get; } = PolicyDocumentWriter.Write(Document, DocumentForm.File);

    private static ListEntry[] Entries()
        => [.. Enumerable.Range(0, BlockedAccounts)
            .Select(static number => new ListEntry(string.Create(CultureInfo.InvariantCulture, $"BLOCKED-{number:D6}"), Reason: "Made up"))];
}
