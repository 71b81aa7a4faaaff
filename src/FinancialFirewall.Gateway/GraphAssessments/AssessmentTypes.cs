using System.Text.Json;
using FinancialFirewall.Gateway.Graph;
using GraphQL.Server.Binding;

namespace FinancialFirewall.Gateway.GraphAssessments;

/// <summary>The fields of assessments and of what is in them.</summary>
internal static class AssessmentTypes
{
    private static readonly string[] Members =
    [
        "id", "transactionReference", "tenantId", "status", "riskScore", "riskLevel", "decision", "initialDecision", "decisionReason", "configurationId",
        "policyVersion", "policyHash", "externalApiUsed", "degraded", "fraudCheckEnabled", "processingTimeMs", "externalApiResponseTimeMs", "assessedAt",
        "expiresAt", "retryCount", "errorMessage", "duplicate", "createdAt", "updatedAt", "paymentType", "localInstrumentationCode", "clearingSystemCode",
        "paymentSource", "riskAssessmentType", "erasedAt", "reviewedBy", "reviewedAt", "reviewReason",
    ];

    private static readonly string[] PaymentMembers =
    [
        "transactionReference", "amount", "currency", "fromAccountNumber", "kind", "originalTransactionReference", "toAccountNumber", "customerId", "paymentType",
        "localInstrumentationCode", "clearingSystemCode", "paymentSource", "fromCountry", "toCountry", "country", "debtorName", "creditorName", "debtorAgent",
        "creditorAgent", "uetr", "endToEndId", "purposeCode", "remittanceInformation", "requestedExecutionDate", "ipAddress", "deviceId", "sessionId", "userAgent",
        "latitude", "longitude", "merchantId", "merchantCategory", "terminalId", "cardToken", "entryMode", "cardPresent", "threeDsStatus", "channel",
        "fromAccountOpenedAt", "description", "initiatedAt", "metadata",
    ];

    /// <summary>Binds them.</summary>
    public static void Bind(ResolverMap map)
    {
        map.Type<AssessmentNode>("Assessment", static type =>
        {
            Array.ForEach(Members, name => type.Field(name, assessment => assessment[name]));
            type.Field("riskFactors", static assessment => assessment.RiskFactors)
                .Field("payment", static assessment => assessment.Payment)
                .Field("outcomes", static assessment => assessment.Outcomes)
                .Field("followUps", static assessment => assessment.FollowUps)
                .Field("erased", static assessment => assessment["erased"] is true);
        });
        BindMembers(map, "RiskFactor", "name", "weight", "share", "observed");
        BindMembers(map, "Outcome", "outcome", "at", "note", "reportedBy", "reportedAt");
        BindMembers(map, "FollowUp", "kind", "by", "at", "text", "decision", "outcome", "assignee", "until", "riskScore", "riskLevel", "policyVersion");
        BindMembers(map, "Payment", PaymentMembers);
        map.Type<AssessmentPageNode>("AssessmentConnection", static type => type
            .Field("edges", static page => page.Edges)
            .Field("nodes", static page => page.Edges.Select(static edge => edge.Node))
            .Field("pageInfo", static page => page.Info)
            .FieldAsync("totalCount", static async (page, context) => await page.CountAsync(context.Cancellation)));
        map.Type<Edge<AssessmentNode>>("AssessmentEdge", static type => type.Field("cursor", static edge => edge.Cursor).Field("node", static edge => edge.Node));
        map.Type<Storage.Queries.MatchCount>("MatchCount", static type => type.Field("number", static count => count.Number).Field("isExact", static count => count.IsExact));
    }

    private static void BindMembers(ResolverMap map, string name, params string[] members)
        => map.Type<JsonElement>(name, type => Array.ForEach(members, member => type.Field(member, json => AnswerMembers.Read(json, member))));
}
