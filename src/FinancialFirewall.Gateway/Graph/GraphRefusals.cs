using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Problems;
using GraphQL.Server.Binding;
using GraphQL.Server.Errors;

namespace FinancialFirewall.Gateway.Graph;

/// <summary>
/// Refusals as errors of GraphQL: the message of the leading one, and in the extensions its code, member, value and place, the status that REST answers with, and
/// all refusals.
/// </summary>
internal static class GraphRefusals
{
    /// <summary>What a resolver gives instead of a value.</summary>
    /// <param name="errors">At least one.</param>
    public static FieldError Of(params IReadOnlyList<Error> errors) => new(ProblemStatus.Leading(errors).Message, Extensions(errors));

    /// <summary>What a whole request is answered with.</summary>
    /// <param name="errors">At least one.</param>
    public static GraphQLError ErrorOf(IReadOnlyList<Error> errors) => new(ProblemStatus.Leading(errors).Message, [], null, Extensions(errors));

    /// <summary>A value as resolvers give it, or why there is none.</summary>
    public static object? Or<T>(Result<T> result, Func<T, object?> convert) => result.IsSuccess ? convert(result.Value) : Of(result.Errors);

    private static Dictionary<string, object?> Extensions(IReadOnlyList<Error> errors)
    {
        var extensions = Describe(ProblemStatus.Leading(errors));
        extensions.Remove("message");
        extensions["status"] = ProblemStatus.Of(errors);
        extensions["errors"] = errors.Select(Describe).ToList();
        return extensions;
    }

    private static Dictionary<string, object?> Describe(Error error) => new(StringComparer.Ordinal)
    {
        ["code"] = error.Code,
        ["member"] = error.Member,
        ["value"] = error.Value,
        ["place"] = error.Place,
        ["message"] = error.Message,
    };
}
