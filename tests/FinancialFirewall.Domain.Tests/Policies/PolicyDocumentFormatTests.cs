using System.Text;
using System.Text.Json.Nodes;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Domain.Tests.Policies;

public sealed class PolicyDocumentFormatTests
{
    private const string Whole = """
        {
          "baseCurrency": "EUR",
          "rates": {"asOf": "2026-03-01T12:00:00Z", "USD": "1.0840", "JPY": "161.5"},
          "configurations": [{
            "id": "11111111-2222-4333-8444-555555555555",
            "configurationName": "Überweisungen", "paymentType": "SEPA", "localInstrumentationCode": "INST", "clearingSystemCode": "RT1",
            "paymentSource": "BANK_CLIENT", "riskAssessmentType": "HYBRID",
            "bankFraudApiConfig": {
              "apiName": "engine", "apiUrl": "https://engine.example/score", "httpMethod": "POST", "enabled": true,
              "headers": {"X-Bank": "a"},
              "authentication": {"type": "BASIC", "username": "u", "password": {"secretRef": "engine-password"}},
              "requestTemplate": {"amount": "${amount}", "nested": [1, 2.50, null, true]},
              "responseMapping": {"riskScore": "$.score", "decision": {"path": "$.verdict", "values": {"DENY": "REJECT"}}},
              "timeout": 2, "retries": 1, "deadlineMs": 4000
            },
            "riskRules": {
              "amountRules": {"highAmountThreshold": 10000.00, "veryHighAmountThreshold": {"EUR": 50000, "JPY": 8000000}, "roundAmountRisk": false, "roundAmountUnit": 50},
              "frequencyRules": {"dailyThreshold": 3, "weeklyThreshold": 9, "dailyAmountThreshold": 5.5, "weeklyAmountThreshold": {"USD": 1.25}},
              "locationRules": {"highRiskCountries": ["KP"], "suspiciousIpRanges": ["10.0.0.0/8", "2001:db8::/32"]},
              "timeRules": {"offHoursRisk": true, "offHoursStart": 20, "offHoursEnd": 5, "weekendRisk": true, "weekendDays": ["FRI"], "timeZone": "Europe/Berlin"},
              "accountRules": {"newAccountRisk": true, "newAccountDays": 10, "crossBorderRisk": false},
              "deviceRules": {"newDeviceRisk": true, "suspiciousUserAgents": ["bot"]},
              "patternRules": {"suspiciousReferencePatterns": ["A+"], "suspiciousDescriptionPatterns": []},
              "customRules": [{"name": "own", "expression": "amount > 1", "weight": 0.25, "enabled": false}],
              "weights": {"highAmount": 0.4, "own": 1}, "scoring": "MAX"
            },
            "decisionCriteria": {
              "autoReject": {"minRiskScore": 0.9, "minAmount": 100000},
              "escalate": {"minAmount": {"EUR": 7}}, "hold": {"condition_a": "amount > 2"}, "manualReview": {"minRiskScore": 0.5},
              "autoApprove": {"maxRiskScore": 0.3, "maxAmount": 1000, "condition_1": "${amount} < 1000 AND ${riskScore} < 0.3", "condition_2": "amount > 0"}
            },
            "thresholds": {
              "rejectThreshold": 0.8, "escalateThreshold": 0.7, "holdThreshold": 0.6, "manualReviewThreshold": 0.5, "approveThreshold": 0.3,
              "hybridThreshold": 0.2, "levels": {"critical": 0.9, "high": 0.7, "medium": 0.4}, "combine": "AVERAGE", "scoring": "MAX"
            },
            "timeoutConfig": {"timeoutSeconds": 2, "timeoutMinutes": 30, "deadlineMs": 3000},
            "retryConfig": {"maxRetries": 2, "retryDelayMs": 100, "backoffMultiplier": 1.50},
            "circuitBreakerConfig": {"enabled": true, "failureThreshold": 5, "recoveryTimeout": 30000, "halfOpenMaxCalls": 2},
            "fallbackConfig": {"decision": "HOLD", "riskLevel": "HIGH", "reason": "engine away"},
            "monitoringConfig": {"enabled": true, "metricsEnabled": true, "loggingEnabled": false},
            "alertingConfig": {"enabled": true, "highRiskAlerts": true, "criticalRiskAlerts": false, "apiFailureAlerts": true},
            "isEnabled": true, "priority": 1, "version": "1.0", "description": "all of it",
            "createdAt": "2026-01-01T00:00:00Z", "updatedAt": "2026-01-01T00:00:00Z", "createdBy": "ann", "updatedBy": "bob"
          }, {"configurationName": "least"}],
          "toggles": [{
            "id": "21111111-2222-4333-8444-555555555555", "paymentType": "SEPA", "localInstrumentationCode": "INST", "clearingSystemCode": "RT1",
            "isEnabled": false, "disabledReason": "maintenance", "effectiveFrom": "2026-03-01T00:00:00Z", "effectiveUntil": "2026-03-02T00:00:00.5Z",
            "priority": 100, "isActive": true, "createdBy": "ann", "updatedBy": "bob", "createdAt": "2026-01-01T00:00:00Z", "updatedAt": "2026-01-02T00:00:00Z"
          }, {"isEnabled": true, "enabledReason": "on"}],
          "lists": {
            "blocked": {"kind": "BLOCK", "mandatory": false, "member": "fromAccountNumber", "entries": [{"value": "A1", "expiresAt": "2027-01-01T00:00:00Z", "reason": "r"}]},
            "watched": {"kind": "WATCH", "entries": []}
          }
        }
        """;

    private static PolicyDocument Read(string json)
    {
        var result = PolicyDocumentReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.True(result.IsSuccess, string.Join('\n', result.Errors));
        return result.Value;
    }

    [Fact]
    public void Write_EveryMember_GivesTheSameJson()
    {
        var written = PolicyDocumentWriter.Write(Read(Whole));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Whole), JsonNode.Parse(written)), Encoding.UTF8.GetString(written));
    }

    [Fact]
    public void Write_WhatWasWritten_GivesTheSameBytes()
    {
        var once = PolicyDocumentWriter.Write(Read(Whole));
        var twice = PolicyDocumentWriter.Write(PolicyDocumentReader.Read(once).Value);

        Assert.Equal(Encoding.UTF8.GetString(once), Encoding.UTF8.GetString(twice));
        Assert.Contains("\"highAmountThreshold\": 10000.00", Encoding.UTF8.GetString(once), StringComparison.Ordinal);
        Assert.Contains("\"USD\": \"1.0840\"", Encoding.UTF8.GetString(once), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NullAndEmptyText_MeanAbsent()
    {
        var document = Read("""{"baseCurrency":"EUR","rates":null,"toggles":[{"isEnabled":true,"paymentType":"","priority":null,"enabledReason":""}]}""");

        var toggle = Assert.Single(document.Toggles);
        Assert.Null(toggle.PaymentType);
        Assert.Null(toggle.EnabledReason);
        Assert.Equal(100, toggle.Priority);
    }

    [Fact]
    public void Read_IdsAndTimesLeftOut_AreDerivedFromPositionAndName()
    {
        const string Json = """{"baseCurrency":"EUR","configurations":[{"configurationName":"a"},{"configurationName":"a"}]}""";

        var first = Read(Json).Configurations;
        var again = Read(Json).Configurations;

        Assert.Equal(first[0].Id, again[0].Id);
        Assert.NotEqual(first[0].Id, first[1].Id);
        Assert.True(first[0].CreatedAt < first[1].CreatedAt);
        Assert.Equal(8, first[0].Id.Version);
    }

    [Fact]
    public void Write_AsAnAnswer_MasksSecretsAndStatesDefaults()
    {
        var json = Whole.Replace("{\"secretRef\": \"engine-password\"}", "\"hunter2\"", StringComparison.Ordinal);
        var document = Read(json);

        var answer = Encoding.UTF8.GetString(PolicyDocumentWriter.Write(document, DocumentForm.Answer));

        Assert.DoesNotContain("hunter2", answer, StringComparison.Ordinal);
        Assert.Contains("\"password\": \"********\"", answer, StringComparison.Ordinal);
        Assert.Contains("\"X-Bank\": \"********\"", answer, StringComparison.Ordinal);
        Assert.Equal("REAL_TIME", JsonNode.Parse(answer)!["configurations"]![1]!["riskAssessmentType"]!.GetValue<string>());
        Assert.Contains("hunter2", Encoding.UTF8.GetString(PolicyDocumentWriter.Write(document)), StringComparison.Ordinal);
    }
}
