using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Hosting;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Serving;

/// <summary>Says why a data directory could not be opened.</summary>
internal static class StartFailure
{
    private const string LockedCode = "DIRECTORY_LOCKED";
    private const string MasterKeyCodes = "MASTER_KEY";

    /// <summary>The exit code that belongs to the refusal, with its message.</summary>
    public static CommandFailedException Explain(StartRefusedException refused) => refused.Error is { } error
        ? CommandFailedException.Because(CodeOf(error), [error])
        : new CommandFailedException(ExitCode.StorageDamaged, refused.Message);

    /// <summary>The exit code that belongs to a refusal of the storage.</summary>
    public static ExitCode CodeOf(Error error) => error.Code switch
    {
        LockedCode => ExitCode.InUse,
        _ when error.Code.StartsWith(MasterKeyCodes, StringComparison.Ordinal) => ExitCode.MasterKeyRefused,
        _ => ExitCode.StorageDamaged,
    };
}
