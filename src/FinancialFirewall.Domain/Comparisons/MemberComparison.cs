using System.Text.Json;
using FinancialFirewall.Domain.Documents;

namespace FinancialFirewall.Domain.Comparisons;

/// <summary>Compares JSON member by member. Arrays of named items are compared item by item, all others as they are.</summary>
internal sealed class MemberComparison(int maximum)
{
    /// <summary>By which member items of an array are known from one policy to another.</summary>
    private static readonly string[] ItemKeys = ["name", "value"];

    private readonly List<MemberDifference> differences = [];

    /// <summary>What is not the same, in the order of the later policy.</summary>
    public IReadOnlyList<MemberDifference> Differences => differences;

    /// <summary>How many more there are than are told.</summary>
    public int Omitted { get; private set; }

    /// <summary>Compares what stands at a place.</summary>
    public void Compare(string pointer, JsonElement? before, JsonElement? after)
    {
        if (before is not { } old || after is not { } now)
        {
            Add(new(pointer, before, after));
        }
        else if (old.ValueKind == JsonValueKind.Object && now.ValueKind == JsonValueKind.Object)
        {
            CompareMembers(pointer, old, now);
        }
        else if (Items(old) is { } oldItems && Items(now) is { } newItems)
        {
            CompareItems(pointer, oldItems, newItems);
        }
        else if (!JsonElement.DeepEquals(old, now))
        {
            Add(new(pointer, old, now));
        }
    }

    /// <summary>Adds a difference that is found otherwise.</summary>
    public void Add(MemberDifference difference)
    {
        if (differences.Count < maximum)
        {
            differences.Add(difference);
        }
        else
        {
            Omitted++;
        }
    }

    private void CompareMembers(string pointer, JsonElement before, JsonElement after)
    {
        foreach (var member in after.EnumerateObject())
        {
            Compare(JsonPointer.Member(pointer, member.Name), before.TryGetProperty(member.Name, out var old) ? old : null, member.Value);
        }

        foreach (var member in before.EnumerateObject().Where(member => !after.TryGetProperty(member.Name, out _)))
        {
            Add(new(JsonPointer.Member(pointer, member.Name), member.Value, After: null));
        }
    }

    private void CompareItems(string pointer, Dictionary<string, (int Index, JsonElement Item)> before, Dictionary<string, (int Index, JsonElement Item)> after)
    {
        foreach (var (key, (index, item)) in after)
        {
            Compare(JsonPointer.Item(pointer, index), before.TryGetValue(key, out var old) ? old.Item : null, item);
        }

        foreach (var (key, (index, item)) in before)
        {
            if (!after.ContainsKey(key))
            {
                Add(new(JsonPointer.Item(pointer, index), item, After: null));
            }
        }
    }

    /// <summary>The items by what they are known by; null where they are not known by anything.</summary>
    private static Dictionary<string, (int Index, JsonElement Item)>? Items(JsonElement array)
    {
        if (array.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var items = new Dictionary<string, (int Index, JsonElement Item)>(StringComparer.Ordinal);
        foreach (var item in array.EnumerateArray())
        {
            if (KeyOf(item) is not { } key || !items.TryAdd(key, (items.Count, item)))
            {
                return null;
            }
        }

        return items;
    }

    private static string? KeyOf(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var name in ItemKeys)
        {
            if (item.TryGetProperty(name, out var key) && key.ValueKind == JsonValueKind.String)
            {
                return key.GetString();
            }
        }

        return null;
    }
}
