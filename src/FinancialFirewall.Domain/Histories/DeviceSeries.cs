namespace FinancialFirewall.Domain.Histories;

/// <summary>The devices that an entry used, least recently used first, as hashes.</summary>
internal static class DeviceSeries
{
    /// <summary>Whether a device was never used here and some other one was.</summary>
    public static bool IsNew(BlockPool pool, in SeriesState devices, ulong device)
    {
        var seen = pool.Items<ulong>(devices);
        return !seen.IsEmpty && seen[^1] != device && !seen.Contains(device);
    }

    /// <summary>Makes a device the one used last; of too many the least recently used is forgotten.</summary>
    public static void See(BlockPool pool, ref SeriesState devices, ulong device)
    {
        var seen = pool.Items<ulong>(devices);
        var place = seen.IndexOf(device);
        if (place < 0 && seen.Length < HistoryTable.MaximumDevicesPerEntry)
        {
            pool.Append(ref devices, device);
            return;
        }

        place = Math.Max(place, 0);
        seen[(place + 1)..].CopyTo(seen[place..]);
        seen[^1] = device;
    }
}
