namespace FinancialFirewall.Domain.Results;

/// <summary>
/// What kind of refusal an <see cref="Error"/> is, in order of precedence: where several apply, the one listed first is reported.
/// The gateway turns each kind into one HTTP status.
/// </summary>
public enum ErrorKind
{
    /// <summary>The bytes are not what they claim to be (not JSON, cut off, nested too deep).</summary>
    Malformed,

    /// <summary>A body, line, member or list is over its stated maximum.</summary>
    TooLarge,

    /// <summary>No credential, or one that is unknown, expired or revoked.</summary>
    Unauthenticated,

    /// <summary>The caller is known and may not do this.</summary>
    Forbidden,

    /// <summary>There is no such thing in the caller's tenant.</summary>
    NotFound,

    /// <summary>A member is missing, unknown, or has a value that is not allowed.</summary>
    Invalid,

    /// <summary>The request contradicts what is already recorded.</summary>
    Conflict,

    /// <summary>Accepted and still in progress; asking again later shows the outcome.</summary>
    Pending,

    /// <summary>The firewall cannot serve this now (starting, stopping, disk full); trying again may help.</summary>
    Unavailable,
}
