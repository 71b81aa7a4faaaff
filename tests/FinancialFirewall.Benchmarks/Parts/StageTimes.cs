namespace FinancialFirewall.Benchmarks.Parts;

/// <summary>Processor time and allocated bytes of each stage in one round.</summary>
internal sealed class StageTimes
{
    private readonly double[] nanoseconds = new double[Enum.GetValues<Stage>().Length];
    private readonly long[] allocated = new long[Enum.GetValues<Stage>().Length];
    private double started;
    private long allocatedBefore;

    /// <summary>Begins to time.</summary>
    public void Start()
    {
        allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        started = ThreadClock.Now;
    }

    /// <summary>Books what passed since the last call to a stage.</summary>
    public void Stop(Stage stage)
    {
        nanoseconds[(int)stage] += ThreadClock.Now - started;
        allocated[(int)stage] += GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;
        Start();
    }

    /// <summary>Nanoseconds of a stage.</summary>
    public double Nanoseconds(Stage stage) => nanoseconds[(int)stage];

    /// <summary>Bytes that a stage allocated.</summary>
    public long Allocated(Stage stage) => allocated[(int)stage];
}
