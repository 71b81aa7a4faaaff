using System.Runtime.InteropServices;
using System.Text.Json;

namespace FinancialFirewall.Domain.Payments;

/// <summary>Where the value of a member stands while a payment is read: in the JSON, or in the scratch bytes when it was unescaped or changed.</summary>
/// <param name="Token">What it is in JSON.</param>
/// <param name="InScratch">Whether it stands in the scratch bytes.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How many bytes it has: a text without its quotation marks, anything else as JSON writes it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PaymentValue(JsonTokenType Token, bool InScratch, int Start, int Length);
