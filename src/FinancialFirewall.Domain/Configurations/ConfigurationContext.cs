using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Domain.Configurations;

/// <summary>What configurations look at of a payment.</summary>
/// <param name="PaymentSource">Who sent it.</param>
/// <param name="Scope">Its type, instrument and clearing system.</param>
public readonly record struct ConfigurationContext(PaymentSource PaymentSource, ToggleContext Scope);
