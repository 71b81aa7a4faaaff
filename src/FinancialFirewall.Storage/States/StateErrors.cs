using System.Globalization;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Storage.States;

/// <summary>The expected refusals of a state store.</summary>
public static class StateErrors
{
    /// <summary>The state is longer than is kept.</summary>
    public static Error TooLarge(StateKey key, int bytes, int maximum) => new(
        ErrorKind.TooLarge, "STATE_TOO_LARGE", Name(key), Text(bytes), $"A state has at most {Text(maximum)} bytes.");

    /// <summary>Somebody else has written or deleted the state since it was read.</summary>
    public static Error ETagMismatch(StateKey key, long? expected, long? found) => new(
        ErrorKind.Conflict,
        "ETAG_MISMATCH",
        Name(key),
        expected is { } tag ? Text(tag) : "",
        $"The state {(found is { } other ? $"has the ETag {Text(other)}" : "does not exist")} and {(expected is { } wanted ? Text(wanted) : "none")} was expected: read it again.");

    private static string Name(StateKey key) => $"{key.Tenant}/{key.Name}/{key.Key}";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
