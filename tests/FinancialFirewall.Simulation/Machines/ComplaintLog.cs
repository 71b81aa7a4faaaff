using Microsoft.Extensions.Logging;

namespace FinancialFirewall.Simulation.Machines;

/// <summary>Keeps what simulated processes log as errors.</summary>
internal sealed class ComplaintLog : ILoggerProvider, ILogger
{
    private const int Maximum = 1_000;
    private readonly List<string> complaints = [];

    /// <summary>The first errors, in order.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel) && complaints.Count < Maximum)
        {
            complaints.Add($"{formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
        // What was said is asked for after the end.
    }
}
