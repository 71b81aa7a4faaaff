using System.Globalization;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Users;

/// <summary>The refusals of <see cref="IUsersGrain"/>.</summary>
internal static class UserErrors
{
    public const int MaximumNameLength = 100;

    private const int MaximumReasonLength = 500;

    public static Error HolderUnknown(string user) => new(
        ErrorKind.Invalid, "HOLDER_UNKNOWN", "userId", user, "A key is held by a user of its tenant, or by nobody: name the user's id, as the list of people has it, or leave it out.");

    public static Error Unknown(string id) => new(ErrorKind.NotFound, "USER_NOT_FOUND", "id", id, "There is no user with this id.");

    public static Error LinkInvalid { get; } = new(
        ErrorKind.NotFound, "LINK_INVALID", "token", "", "This link is not good, or not any more: it was used, replaced by a newer one, or its time is over. Ask for a new one.");

    public static Error EmailTaken(string email) => new(
        ErrorKind.Conflict, "EMAIL_TAKEN", "email", email, $"There is a user with the mail address {email} already.");

    public static Error Exhausted { get; } = new(
        ErrorKind.Conflict,
        "USERS_EXHAUSTED",
        "",
        "",
        string.Create(CultureInfo.InvariantCulture, $"The tenant has {UsersGrain.MaximumUsers} users, the most that are allowed: remove one first."));

    public static Error LastOwner { get; } = new(
        ErrorKind.Conflict,
        "LAST_OWNER",
        "roles",
        "OWNER",
        "This is the last OWNER who can sign in: nobody could manage the users any more. Make somebody else OWNER first, who has taken up the invitation.");

    public static Error Locked(TenantUser user) => new(
        ErrorKind.Forbidden,
        "USER_LOCKED",
        "",
        "",
        $"This user was locked at {new Instant(user.LockedMicroseconds ?? 0)}: an OWNER can unlock it.");

    public static Error SignInRefused { get; } = new(
        ErrorKind.Unauthenticated, "SIGN_IN_REFUSED", "", "", "The tenant, the mail address or the password is not right.");

    public static Error FactorRequired { get; } = new(
        ErrorKind.Unauthenticated, "SECOND_FACTOR_REQUIRED", "code", "", "Send the same again with 'code', the six digits that the authenticator app shows, or with 'recoveryCode'.");

    public static Error FactorWrong { get; } = new(
        ErrorKind.Unauthenticated, "SECOND_FACTOR_WRONG", "code", "", "The code is not right, or was used before: each is good once. Wait for the next one.");

    public static Error FactorNotOffered { get; } = new(
        ErrorKind.Conflict, "SECOND_FACTOR_NOT_OFFERED", "", "", "There is no second factor to confirm: begin with POST /api/v1/users/me/second-factor.");

    public static Error FactorPresent { get; } = new(
        ErrorKind.Conflict, "SECOND_FACTOR_PRESENT", "", "", "There is a second factor already: remove it first.");

    public static Error FactorMissing { get; } = new(ErrorKind.Conflict, "SECOND_FACTOR_MISSING", "", "", "There is no second factor.");

    public static Error FactorNeeded { get; } = new(
        ErrorKind.Conflict, "SECOND_FACTOR_NEEDED", "", "", "The tenant asks everybody for a second factor: it cannot be removed.");

    /// <summary>Every member of a new user that is out of bounds; the address is read apart.</summary>
    public static List<Error> Check(string? name, Roles? roles)
    {
        var errors = new List<Error>();
        if (name is { Length: 0 or > MaximumNameLength })
        {
            errors.Add(new Error(ErrorKind.Invalid, "NAME_LENGTH", "name", name, $"A user's name has 1 to {MaximumNameLength} characters, this one has {name.Length}."));
        }

        if (roles == Roles.None)
        {
            errors.Add(new Error(ErrorKind.Invalid, "ROLES_MISSING", "roles", "", $"A user has one role at the least, of {string.Join(", ", RoleNames.All)}."));
        }

        return errors;
    }

    public static Error? CheckReason(string reason) => reason.Length is 0 or > MaximumReasonLength
        ? new Error(ErrorKind.Invalid, "REASON_LENGTH", "reason", reason, $"Say why, in 1 to {MaximumReasonLength} characters; this has {reason.Length}.")
        : null;
}
