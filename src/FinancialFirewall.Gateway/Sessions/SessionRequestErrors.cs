using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Sessions;

/// <summary>The refusals of requests about sessions beside those of the grains.</summary>
internal static class SessionRequestErrors
{
    public static Error PasswordWrong(string member) => new(ErrorKind.Forbidden, "PASSWORD_WRONG", member, "", "This is not the password that you signed in with.");
}
