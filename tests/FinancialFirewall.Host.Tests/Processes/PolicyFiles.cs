namespace FinancialFirewall.Host.Tests.Processes;

/// <summary>Policy files of tests.</summary>
internal static class PolicyFiles
{
    /// <summary>The smallest one: everything goes to a person.</summary>
    public const string Empty = """{"baseCurrency": "EUR"}""";

    /// <summary>One that rejects from 1,000 EUR on, by an expression.</summary>
    public static string Rejecting(string expression) => $$"""
        {
          "baseCurrency": "EUR",
          "configurations": [{
            "configurationName": "Limits",
            "riskAssessmentType": "REAL_TIME",
            "paymentSource": "BOTH",
            "riskRules": {"customRules": [{"name": "large", "expression": "{{expression}}", "weight": 0.9, "enabled": true}]}
          }]
        }
        """;
}
