using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FinancialFirewall.Stress.Tests.Running;

/// <summary>Keeps every warning and error that is logged.</summary>
internal sealed class ComplaintLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> complaints = new();

    public IReadOnlyCollection<string> Complaints => complaints;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            complaints.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
        // What was said is asked for after the end.
    }
}
