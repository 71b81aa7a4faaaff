namespace FinancialFirewall.Domain.Histories;

/// <summary>The devices that an entry used, least recently used first, as hashes.</summary>
internal static class DeviceSeries
{
    /// <summary>Whether a device was never used here and some other one was.</summary>
    public static bool IsNew(ReadOnlySpan<ulong> seen, ulong device) => !seen.IsEmpty && seen[^1] != device && !seen.Contains(device);

    /// <summary>Makes a device the one used last; of too many the least recently used is forgotten.</summary>
    public static void See(EntryStore entries, int entry, ulong device)
    {
        var seen = entries.Devices(entry);
        var place = !seen.IsEmpty && seen[^1] == device ? seen.Length - 1 : seen.IndexOf(device);
        if (place < 0 && seen.Length < HistoryTable.MaximumDevicesPerEntry)
        {
            entries.Reserve(entry, entries.DeviceRun, 1);
            entries.Run(entry, entries.DeviceRun).Count++;
            entries.Devices(entry)[^1] = device;
            return;
        }

        place = Math.Max(place, 0);
        seen[(place + 1)..].CopyTo(seen[place..]);
        seen[^1] = device;
    }
}
