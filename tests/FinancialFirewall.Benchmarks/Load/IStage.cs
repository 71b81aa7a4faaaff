namespace FinancialFirewall.Benchmarks.Load;

/// <summary>One way to work through a round's payments.</summary>
internal interface IStage : IAsyncDisposable
{
    /// <summary>Its name in the report, and in its references.</summary>
    string Name { get; }

    /// <summary>What it does, in a line.</summary>
    string Description { get; }

    /// <summary>Into how many parts it needs the payments cut.</summary>
    int Parts => 1;

    /// <summary>Processor time of other processes in the last run, which belongs to it.</summary>
    TimeSpan ForeignProcessorTime => TimeSpan.Zero;

    /// <summary>Gets ready for a run; nothing of it is timed.</summary>
    Task PrepareAsync(PaymentLines lines) => Task.CompletedTask;

    /// <summary>Works through all payments; only this is timed.</summary>
    Task RunAsync(PaymentLines lines);

    /// <summary>Proves that all payments of the last run were worked through.</summary>
    /// <exception cref="InvalidOperationException">They were not.</exception>
    void Verify(PaymentLines lines);
}
