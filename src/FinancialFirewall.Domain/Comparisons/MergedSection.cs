using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Comparisons;

/// <summary>Merges the elements of one part of a policy.</summary>
/// <param name="section">The part.</param>
/// <param name="keyOf">What an element is known by.</param>
/// <param name="nameOf">What people call it.</param>
/// <param name="write">All that it says; what is written alike is the same.</param>
internal sealed class MergedSection<T>(PolicySection section, Func<T, string> keyOf, Func<T, string> nameOf, Func<T, byte[]> write)
    where T : class
{
    /// <summary>The elements with the changes of both: theirs in their order, then those that only the one has added.</summary>
    public IReadOnlyList<T> Merge(IReadOnlyList<T> baseline, IReadOnlyList<T> mine, IReadOnlyList<T> theirs, DocumentErrors errors)
    {
        var (bases, mines, others) = (ByKey(baseline), ByKey(mine), ByKey(theirs));
        var keys = theirs.Concat(mine).Select(keyOf).Distinct(StringComparer.Ordinal);
        return [.. keys.Select(key => Choose(bases.GetValueOrDefault(key), mines.GetValueOrDefault(key), others.GetValueOrDefault(key), errors)).OfType<T>()];
    }

    /// <summary>The elements as they are in <paramref name="then"/>, but for those that were made of <paramref name="baseline"/>'s into others.</summary>
    public IReadOnlyList<T> Follow(IReadOnlyList<T> baseline, IReadOnlyList<T> mine, IReadOnlyList<T> then)
    {
        var (bases, mines, thens) = (ByKey(baseline), ByKey(mine), ByKey(then));
        var keys = then.Concat(mine).Select(keyOf).Distinct(StringComparer.Ordinal);
        return [.. keys.Select(key => AreSame(bases.GetValueOrDefault(key), mines.GetValueOrDefault(key)) ? thens.GetValueOrDefault(key) : mines.GetValueOrDefault(key)).OfType<T>()];
    }

    /// <summary>What becomes of one element; null where it is gone.</summary>
    private T? Choose(T? before, T? mine, T? theirs, DocumentErrors errors)
    {
        if (AreSame(mine, theirs) || AreSame(before, mine))
        {
            return theirs;
        }

        if (AreSame(before, theirs))
        {
            return mine;
        }

        var named = mine ?? theirs!;
        errors.Add(new Error(
            ErrorKind.Conflict,
            "CHANGED_BY_BOTH",
            JsonPointer.Member($"/{EnumNames<PolicySection>.Of(section).ToLowerInvariant()}", keyOf(named)),
            nameOf(named),
            $"'{nameOf(named)}' was {Became(before, mine)} here and {Became(before, theirs)} in the version in force: make it what it is to be, in one of the two."));
        return null;
    }

    private static string Became(T? before, T? after) => before is null ? "added" : after is null ? "removed" : "changed";

    private bool AreSame(T? left, T? right)
        => left is null || right is null ? ReferenceEquals(left, right) : write(left).AsSpan().SequenceEqual(write(right));

    private Dictionary<string, T> ByKey(IReadOnlyList<T> elements) => elements.ToDictionary(keyOf, StringComparer.Ordinal);
}
