namespace FinancialFirewall.Storage.Facts;

/// <summary>Numbers profiles from 0 on in the order in which they are first seen.</summary>
internal sealed class ProfileTable
{
    private readonly Dictionary<RecordProfile, int> numbers = [];
    private readonly List<RecordProfile> profiles = [];
    private RecordProfile[] copy = [];
    private int last = -1;

    public int Count => profiles.Count;

    public RecordProfile this[int number] => profiles[number];

    public int NumberOf(in RecordProfile profile)
    {
        // Most records have the profile of the one before.
        if (last >= 0 && profiles[last] == profile)
        {
            return last;
        }

        if (!numbers.TryGetValue(profile, out var number))
        {
            numbers.Add(profile, number = profiles.Count);
            profiles.Add(profile);
        }

        return last = number;
    }

    /// <summary>All of them; the same array until there is another one.</summary>
    public RecordProfile[] ToArray() => copy.Length == profiles.Count ? copy : copy = [.. profiles];

    public void Clear()
    {
        numbers.Clear();
        profiles.Clear();
        (copy, last) = ([], -1);
    }
}
