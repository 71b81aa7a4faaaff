namespace FinancialFirewall.Host.Tests.Processes;

/// <summary>How a process ended and what it said.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Errors)
{
    /// <summary>All of it, for the message of a failed test.</summary>
    public override string ToString() => $"exit code {ExitCode}\n--- output\n{Output}\n--- errors\n{Errors}";
}
