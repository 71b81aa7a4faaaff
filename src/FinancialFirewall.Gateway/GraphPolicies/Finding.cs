using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.GraphPolicies;

/// <summary>Something that was found in a policy file, as resolvers have it.</summary>
/// <param name="Code">What kind of finding, for programs.</param>
/// <param name="Member">Where, as a JSON pointer.</param>
/// <param name="Value">What stands there; empty for a warning.</param>
/// <param name="Message">What it is about, for people.</param>
internal sealed record Finding(string Code, string Member, string Value, string Message)
{
    public static Finding Of(Error error) => new(error.Code, error.Member, error.Value, error.Message);

    public static Finding Of(PolicyWarning warning) => new(warning.Code, warning.Pointer, "", warning.Message);
}
