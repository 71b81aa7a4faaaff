using System.Text;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.Problems;

namespace FinancialFirewall.Gateway.GraphPolicies;

/// <summary>Arguments that are whole documents, in the shape that REST takes as bodies.</summary>
internal static class JsonBody
{
    /// <summary>A document in UTF-8.</summary>
    public static byte[] Read(GraphCall call, string argument) => Encoding.UTF8.GetBytes(call.Get<JsonInput>(argument).Text);

    /// <summary>The number of a version; 0 where it is absent.</summary>
    public static Result<int> ReadVersion(GraphCall call, string argument)
        => call.Arguments.Get<int?>(argument) is not { } version ? 0
            : version > 0 ? version
            : RequestErrors.MemberInvalid(argument, $"{version}", "as the number of a policy version, 1 or more");
}
