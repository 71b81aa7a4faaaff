using System.Globalization;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Simulator.Payments;
using FinancialFirewall.Simulator.Randomness;
using FinancialFirewall.Simulator.Worlds;

namespace FinancialFirewall.Simulator.Forms;

/// <summary>How a payment by card looks.</summary>
internal static class CardForm
{
    private const int TapPerMille = 750;

    /// <summary>How far from a city's centre its shops are, in 1/10,000 of a degree.</summary>
    private const int CityReach = 600;

    /// <summary>The card is shown in a shop.</summary>
    public static SimulatedPayment InShop(Customer customer, Merchant shop, long amountMinor, Instant at, RandomSource random) => Pay(customer, shop, amountMinor, at) with
    {
        Channel = "POS",
        EntryMode = random.Chance(TapPerMille) ? "CONTACTLESS" : "CHIP",
        CardPresent = true,
        TerminalId = string.Create(CultureInfo.InvariantCulture, $"T{shop.Id}-{random.Between(1, shop.Terminals)}"),
        Place = Near(shop.City.Place, random),
    };

    /// <summary>The card is typed in.</summary>
    public static SimulatedPayment Online(Customer customer, Merchant shop, long amountMinor, Instant at, Device device) => Pay(customer, shop, amountMinor, at) with
    {
        Channel = "ECOM",
        EntryMode = "ECOMMERCE",
        CardPresent = false,
        IpAddress = device.IpAddress,
        DeviceId = device.Id,
        UserAgent = device.UserAgent,
    };

    /// <summary>Somewhere in a city.</summary>
    public static Place Near(Place centre, RandomSource random)
        => new(centre.Latitude + random.Count(-CityReach, CityReach), centre.Longitude + random.Count(-CityReach, CityReach));

    private static SimulatedPayment Pay(Customer customer, Merchant shop, long amountMinor, Instant at) => new()
    {
        InitiatedAt = at,
        AmountMinor = amountMinor,
        Currency = shop.Account.Country.Currency,
        FromAccountNumber = customer.Party.Account.Number,
        ToAccountNumber = shop.Account.Number,
        PaymentType = "CARD",
        CustomerId = customer.Party.Id,
        Country = shop.Account.Country.Code,
        DebtorName = customer.Party.Account.Holder,
        CreditorName = shop.Account.Holder,
        DebtorAgent = customer.Party.Account.Bank,
        CreditorAgent = shop.Account.Bank,
        MerchantId = shop.Id,
        MerchantCategory = shop.Trade.Category,
        CardToken = customer.CardToken,
        FromAccountOpenedAt = customer.Party.Account.OpenedAt,
    };
}
