using FinancialFirewall.Domain.Time;
using FinancialFirewall.Simulator.Payments;
using FinancialFirewall.Simulator.Worlds;

namespace FinancialFirewall.Simulator.Forms;

/// <summary>How a transfer from account to account looks.</summary>
internal static class TransferForm
{
    /// <summary>A transfer in the currency of the payer's account.</summary>
    /// <param name="from">Who pays.</param>
    /// <param name="to">Who is paid.</param>
    /// <param name="amountMinor">Minor units of the payer's currency.</param>
    /// <param name="at">When.</param>
    /// <param name="device">What the order is given with.</param>
    /// <param name="remittance">What it is for.</param>
    public static SimulatedPayment Between(Party from, BankAccount to, long amountMinor, Instant at, Device device, string remittance) => new()
    {
        InitiatedAt = at,
        AmountMinor = amountMinor,
        Currency = from.Account.Country.Currency,
        FromAccountNumber = from.Account.Number,
        ToAccountNumber = to.Number,
        PaymentType = "TRANSFER",
        Channel = device.UserAgent.StartsWith("FirewallBank", StringComparison.Ordinal) ? "MOBILE" : "WEB",
        CustomerId = from.Id,
        Country = from.Account.Country.Code,
        DebtorName = from.Account.Holder,
        CreditorName = to.Holder,
        DebtorAgent = from.Account.Bank,
        CreditorAgent = to.Bank,
        PurposeCode = "OTHR",
        RemittanceInformation = remittance,
        IpAddress = device.IpAddress,
        DeviceId = device.Id,
        UserAgent = device.UserAgent,
        FromAccountOpenedAt = from.Account.OpenedAt,
    };
}
