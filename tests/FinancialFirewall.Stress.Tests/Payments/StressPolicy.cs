using System.Runtime.InteropServices;
using System.Text;

namespace FinancialFirewall.Stress.Tests.Payments;

/// <summary>What a policy version decides: rejects above a limit a payment, and above <see cref="DailyLimit"/> an account and day; approves the rest.</summary>
/// <param name="PaymentLimit">The limit of a payment, in whole EUR.</param>
/// <param name="ChecksCards">Whether card payments are checked; where they are not, all are approved.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StressPolicy(int PaymentLimit, bool ChecksCards)
{
    /// <summary>What an account may pay in 24 hours, in whole EUR.</summary>
    public const int DailyLimit = 1_000;

    /// <summary>The payment type that is switched off and on.</summary>
    public const string Card = "CARD";

    /// <summary>The policy file of a payment limit. Every second one has a window more, which publishing has to fill from the journal.</summary>
    public static ReadOnlyMemory<byte> File(int paymentLimit) => Encoding.UTF8.GetBytes($$"""
        {
          "baseCurrency": "EUR",
          "configurations": [{
            "configurationName": "limits", "paymentSource": "BOTH", "riskAssessmentType": "REAL_TIME",
            "riskRules": { "customRules": [
              { "name": "overDay", "expression": "sum(amount, 24h) > {{DailyLimit}}", "weight": 0.9 },
              { "name": "overPayment", "expression": "amount > {{paymentLimit}}", "weight": 0.9 },
              { "name": "never", "expression": "{{(paymentLimit % 2 == 0 ? "count(payments, 48h)" : "count(payments, 24h)")}} > 1000000", "weight": 0.1 }] },
            "thresholds": { "rejectThreshold": 0.8, "approveThreshold": 0.3 }
          }]
        }
        """);
}
