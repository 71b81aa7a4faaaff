using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Gateway.Toggles;
using FinancialFirewall.Grains.Publishing;
using GraphQL.Server.Binding;

namespace FinancialFirewall.Gateway.GraphToggles;

/// <summary>The fields of toggles and of what is said about them.</summary>
internal static class ToggleTypes
{
    /// <summary>Binds them.</summary>
    public static void Bind(ResolverMap map)
    {
        BindToggle(map);
        map.Type<TogglePage>("TogglePage", static type => type.Field("nodes", static page => page.Nodes).Field("totalCount", static page => page.TotalCount));
        map.Type<ToggleCheckNode>("ToggleCheck", static type => type
            .Field("isEnabled", static check => check.Resolution.IsEnabled)
            .Field("checkedAt", static check => check.At)
            .Field("level", static check => check.Resolution.Level is { } level ? ToggleNames.Of(level) : null)
            .Field("toggle", static check => check.Resolution.Winner)
            .Field("others", static check => check.Resolution.Losers));
        map.Type<ToggleLoss>("ToggleLoss", static type => type
            .Field("toggle", static loss => loss.Toggle)
            .Field("reason", static loss => ToggleNames.Of(loss.Reason))
            .Field("explanation", static loss => loss.Sentence));
        map.Type<ToggleCountNode>("ToggleStatistics", static type => type
            .Field("countedAt", static node => node.At)
            .Field("totalConfigurations", static node => node.Counts.Total)
            .Field("activeConfigurations", static node => node.Counts.Active)
            .Field("effectiveConfigurations", static node => node.Counts.Effective)
            .Field("futureConfigurations", static node => node.Counts.Future)
            .Field("expiredConfigurations", static node => node.Counts.Expired)
            .Field("enabledConfigurations", static node => node.Counts.Enabled)
            .Field("disabledConfigurations", static node => node.Counts.Disabled));
        map.Type<PolicyAgreement>("PolicyAgreement", static type => type
            .Field("version", static agreement => agreement.Version)
            .Field("asked", static agreement => agreement.Asked)
            .Field("behind", static agreement => agreement.Behind));
    }

    private static void BindToggle(ResolverMap map) => map.Type<Toggle>("Toggle", static type => type
        .Field("id", static toggle => toggle.Id)
        .Field("paymentType", static toggle => toggle.PaymentType)
        .Field("localInstrumentationCode", static toggle => toggle.LocalInstrumentationCode)
        .Field("clearingSystemCode", static toggle => toggle.ClearingSystemCode)
        .Field("level", static toggle => ToggleNames.Of(toggle.Level))
        .Field("isEnabled", static toggle => toggle.IsEnabled)
        .Field("enabledReason", static toggle => toggle.EnabledReason)
        .Field("disabledReason", static toggle => toggle.DisabledReason)
        .Field("effectiveFrom", static toggle => toggle.EffectiveFrom)
        .Field("effectiveUntil", static toggle => toggle.EffectiveUntil)
        .Field("priority", static toggle => toggle.Priority)
        .Field("isActive", static toggle => toggle.IsActive)
        .Field("createdBy", static toggle => toggle.CreatedBy)
        .Field("updatedBy", static toggle => toggle.UpdatedBy)
        .Field("createdAt", static toggle => toggle.CreatedAt)
        .Field("updatedAt", static toggle => toggle.UpdatedAt)
        .Field("tag", ToggleDocument.TagOf));
}
