using System.Text.Json;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Domain.Comparisons;

/// <summary>Says in what two policies differ, element by element and member by member.</summary>
public static class PolicyComparison
{
    /// <summary>The most members that are told of one element.</summary>
    public const int MaximumMembers = 1_000;

    /// <summary>Compares two policies.</summary>
    /// <returns>The elements that are not the same: those of the later policy in the order of its file, then those that are gone. Elements that only moved do not differ.</returns>
    public static IReadOnlyList<ElementDifference> Compare(PolicyDocument before, PolicyDocument after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var old = ComparedElements.Of(before, after).ToDictionary(static one => (one.Section, one.Key));
        var now = ComparedElements.Of(after, before);
        var kept = now.Select(static one => (one.Section, one.Key)).ToHashSet();
        return
        [
            .. now.Select(one => Compare(old.GetValueOrDefault((one.Section, one.Key)), one)).OfType<ElementDifference>(),
            .. old.Values.Where(one => !kept.Contains((one.Section, one.Key))).Select(static one => Compare(one, after: null)!),
        ];
    }

    private static ElementDifference? Compare(ComparedElement? before, ComparedElement? after)
    {
        var shown = after ?? before!;
        var comparison = new MemberComparison(MaximumMembers);
        var kind = before is null ? DifferenceKind.Added : after is null ? DifferenceKind.Removed : DifferenceKind.Changed;
        if (kind == DifferenceKind.Changed)
        {
            comparison.Compare("", before!.Json, after!.Json);
            CompareSecrets(comparison, before, after);
        }
        else
        {
            foreach (var member in shown.Json.EnumerateObject())
            {
                comparison.Compare($"/{member.Name}", before is null ? null : member.Value, after is null ? null : member.Value);
            }
        }

        return kind == DifferenceKind.Changed && comparison.Differences.Count == 0
            ? null
            : new(shown.Section, shown.Key, shown.Name, kind, comparison.Differences, comparison.Omitted);
    }

    /// <summary>Two secrets look alike behind their masks: that one was exchanged is told, and nothing of either.</summary>
    private static void CompareSecrets(MemberComparison comparison, ComparedElement before, ComparedElement after)
    {
        foreach (var (pointer, secret) in after.Secrets)
        {
            if (secret.Reference is null && before.Secrets.TryGetValue(pointer, out var old) && old.Reference is null && old != secret)
            {
                comparison.Add(new(pointer, Mask, Mask));
            }
        }
    }

    private static JsonElement Mask { get; } = JsonSerializer.SerializeToElement(Secret.Mask);
}
