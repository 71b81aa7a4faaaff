using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Gateway.Toggles;

/// <summary>What is wrong with requests about toggles.</summary>
internal static class ToggleRequestErrors
{
    public static Error Unknown(Guid id) => new(ErrorKind.NotFound, "TOGGLE_UNKNOWN", "id", id.ToString("D"), "There is no toggle with this id.");

    public static Error NotInTheFuture(Instant? from, Instant now) => new(
        ErrorKind.Invalid,
        "SCHEDULE_NOT_IN_THE_FUTURE",
        "/effectiveFrom",
        from?.ToString() ?? "",
        $"A toggle is scheduled for a time to come: state 'effectiveFrom' later than now, which is {now}.");
}
