using FinancialFirewall.Domain.Results;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Problems;

/// <summary>The HTTP status of each kind of refusal: this is the only place that knows.</summary>
internal static class ProblemStatus
{
    /// <summary>The status that answers a refusal of <paramref name="kind"/>.</summary>
    public static int Of(ErrorKind kind) => kind switch
    {
        ErrorKind.Malformed => StatusCodes.Status400BadRequest,
        ErrorKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ErrorKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Invalid => StatusCodes.Status400BadRequest,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.Pending => StatusCodes.Status202Accepted,
        ErrorKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Every kind of refusal has a status."),
    };

    /// <summary>
    /// The status of several refusals: that of the kind with precedence, which is the one listed first in <see cref="ErrorKind"/>. Of a body that is
    /// within its limit, a member over its own is a member that is not allowed.
    /// </summary>
    /// <param name="errors">At least one.</param>
    public static int Of(IReadOnlyList<Error> errors)
        => Leading(errors) is var leading && leading is { Kind: ErrorKind.TooLarge, Member.Length: > 0 } ? Of(ErrorKind.Invalid) : Of(leading.Kind);

    /// <summary>The refusal with precedence; among equals the first.</summary>
    /// <param name="errors">At least one.</param>
    public static Error Leading(IReadOnlyList<Error> errors)
    {
        var leading = errors[0];
        for (var i = 1; i < errors.Count; i++)
        {
            leading = errors[i].Kind < leading.Kind ? errors[i] : leading;
        }

        return leading;
    }
}
