using System.Runtime.InteropServices;

namespace FinancialFirewall.Benchmarks.Table;

/// <summary>The memory of this process after a whole collection.</summary>
/// <param name="Heap">Bytes of objects that are in use.</param>
/// <param name="WorkingSet">Bytes that the system has given.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MemoryUse(long Heap, long WorkingSet)
{
    /// <summary>Collects and looks.</summary>
    public static MemoryUse Now()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return new MemoryUse(GC.GetTotalMemory(forceFullCollection: false), Environment.WorkingSet);
    }
}
