using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Hosting;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.DataDirectories;

/// <summary>Says why a data directory could not be opened.</summary>
internal static class StartFailure
{
    private const string LockedCode = "DIRECTORY_LOCKED";

    /// <summary>The exit code that belongs to the refusal, with its message.</summary>
    public static CommandFailedException Explain(StartRefusedException refused) => refused.Error is { } error
        ? CommandFailedException.Because(CodeOf(error), [error])
        : new CommandFailedException(ExitCode.StorageDamaged, refused.Message);

    private static ExitCode CodeOf(Error error) => error.Code is LockedCode ? ExitCode.InUse : ExitCode.StorageDamaged;
}
