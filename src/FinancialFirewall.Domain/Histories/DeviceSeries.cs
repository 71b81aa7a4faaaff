using System.Runtime.CompilerServices;

namespace FinancialFirewall.Domain.Histories;

/// <summary>The devices that an entry used, least recently used first, as hashes.</summary>
internal static class DeviceSeries
{
    /// <summary>Whether a device was never used here and some other one was.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNew(ReadOnlySpan<ulong> seen, ulong device) => !seen.IsEmpty && PlaceOf(seen, device) < 0;

    /// <summary>Makes a device the one used last; of too many the least recently used is forgotten.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void See(EntryStore entries, int entry, ulong device)
    {
        var seen = entries.Devices(entry);
        var place = PlaceOf(seen, device);
        if (place < 0 && seen.Length < HistoryTable.MaximumDevicesPerEntry)
        {
            Add(entries, entry, device);
            return;
        }

        for (place = Math.Max(place, 0); place < seen.Length - 1; place++)
        {
            seen[place] = seen[place + 1];
        }

        seen[^1] = device;
    }

    // Seldom: a method of its own, so that the usual way has few variables.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Add(EntryStore entries, int entry, ulong device)
    {
        entries.Reserve(entry, entries.DeviceRun, 1);
        entries.Run(entry, entries.DeviceRun).Count++;
        entries.Devices(entry)[^1] = device;
    }

    // From the newest, because the device that was used last is the likeliest, and there are few.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PlaceOf(ReadOnlySpan<ulong> seen, ulong device)
    {
        var place = seen.Length - 1;
        while (place >= 0 && seen[place] != device)
        {
            place--;
        }

        return place;
    }
}
