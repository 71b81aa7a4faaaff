using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Host.CommandLine;

/// <summary>Ends a command with an exit code and messages for the person who started it.</summary>
internal sealed class CommandFailedException(ExitCode code, params IReadOnlyList<string> messages) : Exception(messages[0])
{
    /// <summary>What the process ends with.</summary>
    public ExitCode Code { get; } = code;

    /// <summary>At least one line.</summary>
    public IReadOnlyList<string> Messages { get; } = messages;

    /// <summary>Ends a command because of refusals.</summary>
    public static CommandFailedException Because(ExitCode code, IReadOnlyList<Error> errors)
        => new(code, [.. errors.Select(ErrorText.Of)]);
}
