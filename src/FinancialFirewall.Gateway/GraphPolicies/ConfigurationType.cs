using System.Text.Json;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Documents;
using GraphQL.Server.Binding;

namespace FinancialFirewall.Gateway.GraphPolicies;

/// <summary>The fields of a risk configuration.</summary>
internal static class ConfigurationType
{
    /// <summary>Binds them.</summary>
    public static void Bind(ResolverMap map) => map.Type<RiskConfiguration>("Configuration", static type => type
        .Field("id", static it => it.Id)
        .Field("configurationName", static it => it.ConfigurationName)
        .Field("paymentType", static it => it.PaymentType)
        .Field("localInstrumentationCode", static it => it.LocalInstrumentationCode)
        .Field("clearingSystemCode", static it => it.ClearingSystemCode)
        .Field("paymentSource", static it => it.PaymentSource)
        .Field("riskAssessmentType", static it => it.RiskAssessmentType)
        .Field("isEnabled", static it => it.IsEnabled)
        .Field("priority", static it => it.Priority)
        .Field("version", static it => it.Version)
        .Field("description", static it => it.Description)
        .Field("createdAt", static it => it.CreatedAt)
        .Field("updatedAt", static it => it.UpdatedAt)
        .Field("createdBy", static it => it.CreatedBy)
        .Field("updatedBy", static it => it.UpdatedBy)
        .Field("tag", RiskConfigurationDocument.TagOf)
        .Field("document", static it => JsonElement.Parse(RiskConfigurationDocument.Write(it, DocumentForm.Answer))));
}
