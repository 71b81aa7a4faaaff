using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Grains.Policies;

namespace FinancialFirewall.Gateway.GraphEvents;

/// <summary>What a policy version changes: first what is new or different, in the order of the version, then what is gone, in the order of the one before.</summary>
internal static class PolicyChanges
{
    /// <summary>The toggles that are not as they were.</summary>
    public static IReadOnlyList<(ChangeKind Kind, Toggle Item)> OfToggles(PolicyVersion version) => Compare(
        version.Before?.Toggles ?? [],
        version.Document.Toggles,
        static toggle => toggle.Id,
        static (left, right) => string.Equals(ToggleDocument.TagOf(left), ToggleDocument.TagOf(right), StringComparison.Ordinal));

    /// <summary>The configurations that are not as they were.</summary>
    public static IReadOnlyList<(ChangeKind Kind, RiskConfiguration Item)> OfConfigurations(PolicyVersion version) => Compare(
        version.Before?.Configurations ?? [],
        version.Document.Configurations,
        static configuration => configuration.Id,
        static (left, right) => RiskConfigurationDocument.Write(left, DocumentForm.File).AsSpan().SequenceEqual(RiskConfigurationDocument.Write(right, DocumentForm.File)));

    private static List<(ChangeKind Kind, T Item)> Compare<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, Guid> idOf, Func<T, T, bool> areSame)
    {
        var old = before.ToDictionary(idOf);
        List<(ChangeKind, T)> changes = [];
        foreach (var item in after)
        {
            if (!old.Remove(idOf(item), out var present))
            {
                changes.Add((ChangeKind.Created, item));
            }
            else if (!areSame(present, item))
            {
                changes.Add((ChangeKind.Changed, item));
            }
        }

        changes.AddRange(before.Where(item => old.ContainsKey(idOf(item))).Select(static item => (ChangeKind.Deleted, item)));
        return changes;
    }
}
