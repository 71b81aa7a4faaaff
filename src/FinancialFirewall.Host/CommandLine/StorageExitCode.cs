using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Host.CommandLine;

/// <summary>The exit codes that belong to refusals of a data directory.</summary>
internal static class StorageExitCode
{
    private const string LockedCode = "DIRECTORY_LOCKED";
    private const string MasterKeyCodes = "MASTER_KEY";
    private const string SiteCodes = "SITE_";

    /// <summary>The exit code of a refusal.</summary>
    public static ExitCode Of(Error error) => error.Code switch
    {
        LockedCode => ExitCode.InUse,
        _ when error.Code.StartsWith(MasterKeyCodes, StringComparison.Ordinal) => ExitCode.MasterKeyRefused,
        _ when error.Code.StartsWith(SiteCodes, StringComparison.Ordinal) => ExitCode.OtherSite,
        _ when error.Kind is ErrorKind.NotFound or ErrorKind.Conflict => ExitCode.InputRefused,
        _ => ExitCode.StorageDamaged,
    };
}
