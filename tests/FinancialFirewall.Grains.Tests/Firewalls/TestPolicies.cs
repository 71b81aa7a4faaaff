namespace FinancialFirewall.Grains.Tests.Firewalls;

/// <summary>Small policies.</summary>
internal static class TestPolicies
{
    /// <summary>Rejects what would bring the day's sum of an account above 1,000; approves the rest.</summary>
    public const string DailyLimit = """
        {
          "baseCurrency": "EUR",
          "configurations": [{
            "configurationName": "limit", "paymentSource": "BOTH", "riskAssessmentType": "REAL_TIME",
            "riskRules": { "customRules": [{ "name": "overLimit", "expression": "sum(amount, 24h) > 1000", "weight": 0.9 }] },
            "thresholds": { "rejectThreshold": 0.8, "approveThreshold": 0.3 }
          }]
        }
        """;

    /// <summary>Rejects what would bring the day's sum of an account above 1,000, leaves what is above 300 to a person, and approves the rest.</summary>
    public const string LargeAmountsWait = """
        {
          "baseCurrency": "EUR",
          "configurations": [{
            "configurationName": "reviews", "paymentSource": "BOTH", "riskAssessmentType": "REAL_TIME",
            "riskRules": { "customRules": [
              { "name": "overLimit", "expression": "sum(amount, 24h) > 1000", "weight": 0.9 },
              { "name": "large", "expression": "amount > 300", "weight": 0.5 }] },
            "thresholds": { "rejectThreshold": 0.8, "manualReviewThreshold": 0.5, "approveThreshold": 0.3 }
          }]
        }
        """;

    /// <summary>Leaves what comes from a device that paid within the hour before to a person, and approves the rest.</summary>
    public static readonly string BusyDevicesWait = Wait("devices", "busyDevice", "count(payments by device, 1h) > 1");

    /// <summary>Leaves what goes to another payee than the payment before to a person, and approves the rest.</summary>
    public static readonly string OtherPayeesWait = Wait("payees", "otherPayee", "last(toAccountNumber, 24h) != toAccountNumber");

    /// <summary>Rejects amounts above a limit; approves the rest.</summary>
    public static string AmountLimit(int limit) => $$"""
        {
          "baseCurrency": "EUR",
          "configurations": [{
            "configurationName": "limit", "paymentSource": "BOTH", "riskAssessmentType": "REAL_TIME",
            "riskRules": { "customRules": [{ "name": "overLimit", "expression": "amount > {{limit}}", "weight": 0.9 }] },
            "thresholds": { "rejectThreshold": 0.8, "approveThreshold": 0.3 }
          }]
        }
        """;

    /// <summary>Rejects amounts above a limit, and what would bring the day's sum of an account above 5,000; approves the rest.</summary>
    public static string AmountAndDailyLimit(int limit) => $$"""
        {
          "baseCurrency": "EUR",
          "configurations": [{
            "configurationName": "limits", "paymentSource": "BOTH", "riskAssessmentType": "REAL_TIME",
            "riskRules": { "customRules": [
              { "name": "overLimit", "expression": "amount > {{limit}}", "weight": 0.9 },
              { "name": "overDay", "expression": "sum(amount, 24h) > 5000", "weight": 0.9 }] },
            "thresholds": { "rejectThreshold": 0.8, "approveThreshold": 0.3 }
          }]
        }
        """;

    /// <summary>Rejects what comes from one device after a number of payments within an hour; approves the rest.</summary>
    public static string DeviceCount(int limit) => $$"""
        {
          "baseCurrency": "EUR",
          "configurations": [{
            "configurationName": "devices", "paymentSource": "BOTH", "riskAssessmentType": "REAL_TIME",
            "riskRules": { "customRules": [{ "name": "busyDevice", "expression": "count(payments by device, 1h) > {{limit}}", "weight": 0.9 }] },
            "thresholds": { "rejectThreshold": 0.8, "approveThreshold": 0.3 }
          }]
        }
        """;

    /// <summary>Rejects the third payment from one device within an hour, and the fourth of one account within a day.</summary>
    public const string DeviceLimit = """
        {
          "baseCurrency": "EUR",
          "configurations": [{
            "configurationName": "devices", "paymentSource": "BOTH", "riskAssessmentType": "REAL_TIME",
            "riskRules": { "customRules": [
              { "name": "busyDevice", "expression": "count(payments by device, 1h) > 2", "weight": 0.9 },
              { "name": "busyAccount", "expression": "count(payments, 24h) > 3", "weight": 0.9 }] },
            "thresholds": { "rejectThreshold": 0.8, "approveThreshold": 0.3 }
          }]
        }
        """;

    /// <summary>Leaves what one rule holds for to a person, and approves the rest.</summary>
    private static string Wait(string configuration, string rule, string expression) => $$"""
        {
          "baseCurrency": "EUR",
          "configurations": [{
            "configurationName": "{{configuration}}", "paymentSource": "BOTH", "riskAssessmentType": "REAL_TIME",
            "riskRules": { "customRules": [{ "name": "{{rule}}", "expression": "{{expression}}", "weight": 0.5 }] },
            "thresholds": { "rejectThreshold": 0.8, "manualReviewThreshold": 0.5, "approveThreshold": 0.3 }
          }]
        }
        """;
}
