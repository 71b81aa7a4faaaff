using System.Globalization;
using System.Text.Json;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Domain.Configurations;

/// <summary>Risk configurations as JSON.</summary>
public static class RiskConfigurationDocument
{
    /// <summary>The longest document of one configuration, in bytes.</summary>
    public const int MaximumLength = 4 * 1024 * 1024;

    private const int MaximumNameLength = 100;
    private const int MaximumVersionLength = 20;
    private const int MaximumDescriptionLength = 1_000;

    /// <summary>
    /// Reads one configuration. An <c>id</c> or <c>createdAt</c> that is absent is derived from <paramref name="position"/>, as in a policy file; whoever
    /// owns them replaces them. Expressions are kept as text: <c>Rules</c> and the policy's compiler read them.
    /// </summary>
    /// <param name="utf8">A JSON object.</param>
    /// <param name="position">The configuration's position among others.</param>
    public static Result<RiskConfiguration> Read(ReadOnlySpan<byte> utf8, int position = 0)
    {
        var parsed = DocumentText.Parse(utf8, MaximumLength);
        if (!parsed.IsSuccess)
        {
            return Result.Failure<RiskConfiguration>(parsed.Errors);
        }

        using var json = parsed.Value;
        var errors = new DocumentErrors();
        var document = DocumentObject.Open(json.RootElement, "", errors);
        return errors.Outcome(document is null ? null : Read(document, position));
    }

    /// <summary>Writes one configuration as a whole document.</summary>
    public static byte[] Write(RiskConfiguration configuration, DocumentForm form) => DocumentWriter.Write(form, writer =>
    {
        writer.Json.WriteStartObject();
        Write(writer, configuration, position: 0);
        writer.Json.WriteEndObject();
    });

    /// <summary>Writes one configuration for a caller: its tenant, defaults where nothing was stated, and masks where there are secrets.</summary>
    public static void WriteAnswer(Utf8JsonWriter json, RiskConfiguration configuration, TenantId tenant)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(configuration);
        json.WriteStartObject();
        json.WriteString(ServerOwned.TenantId, tenant.Name);
        Write(new DocumentWriter(json, DocumentForm.Answer), configuration, position: 0);
        json.WriteEndObject();
    }

    /// <summary>Identifies what a caller sees of a configuration, as 16 hexadecimal digits: it changes whenever any member does.</summary>
    public static string TagOf(RiskConfiguration configuration)
        => XxHash64.Hash(Write(configuration, DocumentForm.Answer)).ToString("x16", CultureInfo.InvariantCulture);

    internal static RiskConfiguration Read(DocumentObject document, int position)
    {
        const int MaximumScope = ToggleContext.MaximumMemberLength;
        var name = document.RequiredText("configurationName", MaximumNameLength);
        var createdAt = document.Time("createdAt") ?? DerivedIdentity.CreatedAt(position);
        document.Ignore(ServerOwned.TenantId);
        var configuration = new RiskConfiguration
        {
            Id = document.Id("id") ?? DerivedId(name, position),
            ConfigurationName = name,
            PaymentType = document.Text("paymentType", MaximumScope),
            LocalInstrumentationCode = document.Text("localInstrumentationCode", MaximumScope),
            ClearingSystemCode = document.Text("clearingSystemCode", MaximumScope),
            PaymentSource = document.Choice<ConfiguredPaymentSource>("paymentSource") ?? ConfiguredPaymentSource.Both,
            RiskAssessmentType = document.Choice<RiskAssessmentType>("riskAssessmentType") ?? RiskAssessmentType.RealTime,
            BankFraudApiConfig = document.Child("bankFraudApiConfig", BankFraudApiDocument.Read),
            RiskRules = document.Child("riskRules", RiskRulesDocument.Read),
            DecisionCriteria = DecisionCriteriaDocument.ReadFrom(document),
            Thresholds = document.Child("thresholds", ThresholdsDocument.Read),
            TimeoutConfig = document.Child("timeoutConfig", EngineSettingsDocument.ReadTimeout),
            RetryConfig = document.Child("retryConfig", EngineSettingsDocument.ReadRetry),
            CircuitBreakerConfig = document.Child("circuitBreakerConfig", EngineSettingsDocument.ReadCircuitBreaker),
            FallbackConfig = document.Child("fallbackConfig", EngineSettingsDocument.ReadFallback),
            MonitoringConfig = document.Child("monitoringConfig", EngineSettingsDocument.ReadMonitoring),
            AlertingConfig = document.Child("alertingConfig", EngineSettingsDocument.ReadAlerting),
            IsEnabled = document.Truth("isEnabled") ?? true,
            Priority = document.Whole("priority", 1, int.MaxValue) ?? RiskConfiguration.DefaultPriority,
            Version = document.Text("version", MaximumVersionLength) ?? RiskConfiguration.DefaultVersion,
            Description = document.Text("description", MaximumDescriptionLength),
            CreatedAt = createdAt,
            UpdatedAt = document.Time("updatedAt") ?? createdAt,
            CreatedBy = document.Text("createdBy", ServerOwned.MaximumAuthorLength),
            UpdatedBy = document.Text("updatedBy", ServerOwned.MaximumAuthorLength),
            Stated = ReadStated(document),
        };
        document.Close();
        CheckScoring(configuration, document);
        return configuration;
    }

    internal static void Write(DocumentWriter writer, RiskConfiguration one, int position)
    {
        var stated = one.Stated;
        WriteIdentity(writer, one, position);
        writer.Child("bankFraudApiConfig", one.BankFraudApiConfig, BankFraudApiDocument.Write);
        writer.Child("riskRules", one.RiskRules, RiskRulesDocument.Write);
        writer.Child("decisionCriteria", one.DecisionCriteria, DecisionCriteriaDocument.Write);
        writer.Child("thresholds", one.Thresholds, ThresholdsDocument.Write);
        writer.Child("timeoutConfig", one.TimeoutConfig, EngineSettingsDocument.Write);
        writer.Child("retryConfig", one.RetryConfig, EngineSettingsDocument.Write);
        writer.Child("circuitBreakerConfig", one.CircuitBreakerConfig, EngineSettingsDocument.Write);
        writer.Child("fallbackConfig", one.FallbackConfig, EngineSettingsDocument.Write);
        writer.Child("monitoringConfig", one.MonitoringConfig, EngineSettingsDocument.Write);
        writer.Child("alertingConfig", one.AlertingConfig, EngineSettingsDocument.Write);
        writer.Truth("isEnabled", writer.Shows(one.IsEnabled, stated, StatedMembers.IsEnabled) ? one.IsEnabled : null);
        var isUsual = one.Priority == RiskConfiguration.DefaultPriority;
        writer.Whole("priority", writer.Shows(isUsual, stated, StatedMembers.Priority) ? one.Priority : null);
        var isFirst = string.Equals(one.Version, RiskConfiguration.DefaultVersion, StringComparison.Ordinal);
        writer.Text("version", writer.Shows(isFirst, stated, StatedMembers.Version) ? one.Version : null);
        writer.Text("description", one.Description);
        var isDerived = one.CreatedAt == DerivedIdentity.CreatedAt(position);
        writer.Time("createdAt", writer.Shows(isDerived, stated, StatedMembers.CreatedAt) ? one.CreatedAt : null);
        writer.Time("updatedAt", writer.Shows(one.UpdatedAt == one.CreatedAt, stated, StatedMembers.UpdatedAt) ? one.UpdatedAt : null);
        writer.Text("createdBy", one.CreatedBy);
        writer.Text("updatedBy", one.UpdatedBy);
    }

    private static void WriteIdentity(DocumentWriter writer, RiskConfiguration one, int position)
    {
        var isDerived = one.Id == DerivedId(one.ConfigurationName, position);
        writer.Text("id", writer.Shows(isDerived, one.Stated, StatedMembers.Id) ? one.Id.ToString("D") : null);
        writer.Text("configurationName", one.ConfigurationName);
        writer.Text("paymentType", one.PaymentType);
        writer.Text("localInstrumentationCode", one.LocalInstrumentationCode);
        writer.Text("clearingSystemCode", one.ClearingSystemCode);
        var isBoth = one.PaymentSource == ConfiguredPaymentSource.Both;
        var isShown = writer.Shows(isBoth, one.Stated, StatedMembers.PaymentSource);
        writer.Choice<ConfiguredPaymentSource>("paymentSource", isShown ? one.PaymentSource : null);
        var isRealTime = one.RiskAssessmentType == RiskAssessmentType.RealTime;
        isShown = writer.Shows(isRealTime, one.Stated, StatedMembers.RiskAssessmentType);
        writer.Choice<RiskAssessmentType>("riskAssessmentType", isShown ? one.RiskAssessmentType : null);
    }

    private static Guid DerivedId(string name, int position) => DerivedIdentity.Id("configuration", position, name);

    private static StatedMembers ReadStated(DocumentObject document)
        => document.Stated("id", StatedMembers.Id)
        | document.Stated("paymentSource", StatedMembers.PaymentSource)
        | document.Stated("riskAssessmentType", StatedMembers.RiskAssessmentType)
        | document.Stated("isEnabled", StatedMembers.IsEnabled)
        | document.Stated("priority", StatedMembers.Priority)
        | document.Stated("version", StatedMembers.Version)
        | document.Stated("createdAt", StatedMembers.CreatedAt)
        | document.Stated("updatedAt", StatedMembers.UpdatedAt);

    private static void CheckScoring(RiskConfiguration configuration, DocumentObject document)
    {
        if (configuration is { RiskRules.Scoring: { } inRules, Thresholds.Scoring: { } inThresholds } && inRules != inThresholds)
        {
            var pointer = JsonPointer.Member(document.At("riskRules"), "scoring");
            const string Message = "'riskRules' and 'thresholds' state different ways of scoring; state it once, in 'thresholds'.";
            document.Errors.Add("SCORING_CONTRADICTORY", pointer, EnumNames<Scoring.ScoringMethod>.Of(inRules), Message);
        }
    }
}
