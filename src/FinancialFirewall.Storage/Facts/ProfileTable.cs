namespace FinancialFirewall.Storage.Facts;

/// <summary>Numbers profiles from 0 on in the order in which they are first seen.</summary>
internal sealed class ProfileTable
{
    private readonly Dictionary<RecordProfile, int> numbers = [];
    private readonly List<RecordProfile> profiles = [];

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

    public RecordProfile[] ToArray() => [.. profiles];

    public void Clear()
    {
        numbers.Clear();
        profiles.Clear();
    }
}
