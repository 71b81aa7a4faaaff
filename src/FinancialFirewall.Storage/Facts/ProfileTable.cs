namespace FinancialFirewall.Storage.Facts;

/// <summary>Numbers profiles from 0 on in the order in which they are first seen.</summary>
internal sealed class ProfileTable
{
    private readonly Dictionary<RecordProfile, int> numbers = [];
    private readonly List<RecordProfile> profiles = [];
    private RecordProfile[] copy = [];

    public int Count => profiles.Count;

    public RecordProfile this[int number] => profiles[number];

    public int NumberOf(in RecordProfile profile)
    {
        if (!numbers.TryGetValue(profile, out var number))
        {
            numbers.Add(profile, number = profiles.Count);
            profiles.Add(profile);
        }

        return number;
    }

    /// <summary>All of them; the same array until there is another one.</summary>
    public RecordProfile[] ToArray() => copy.Length == profiles.Count ? copy : copy = [.. profiles];

    public void Clear()
    {
        numbers.Clear();
        profiles.Clear();
        copy = [];
    }
}
