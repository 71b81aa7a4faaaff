using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Users;

/// <summary>The refusals of requests about users beside those of the grains.</summary>
internal static class UserRequestErrors
{
    public static Error Unknown(string id) => new(ErrorKind.NotFound, "USER_NOT_FOUND", "id", id, "There is no user with this id.");
}
