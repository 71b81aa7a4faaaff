using FinancialFirewall.Grains.Hosting;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Serving;

/// <summary>Says why a data directory could not be opened.</summary>
internal static class StartFailure
{
    /// <summary>The exit code that belongs to the refusal, with its message.</summary>
    public static CommandFailedException Explain(StartRefusedException refused) => refused.Error is { } error
        ? CommandFailedException.Because(StorageExitCode.Of(error), [error])
        : new CommandFailedException(ExitCode.StorageDamaged, refused.Message);
}
