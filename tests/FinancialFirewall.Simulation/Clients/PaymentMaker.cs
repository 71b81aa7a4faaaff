using System.Globalization;
using FinancialFirewall.Simulation.Histories;

namespace FinancialFirewall.Simulation.Clients;

/// <summary>Makes payments: few accounts, payees and devices, so that they meet; and duplicates, other bodies, and refunds of what was sent before.</summary>
internal sealed class PaymentMaker(Random random, History history)
{
    /// <summary>Part of every account's name, so that it can be looked for on the disk.</summary>
    public const string Marker = "qzxjvkwy";

    /// <summary>Everybody who is paid.</summary>
    public static readonly IReadOnlyList<string> Payees = ["P0", "P1", "P2", "P3", "P4"];

    private const int Accounts = 6;
    private static readonly string[] Countries = ["DE", "FR", "IR"];
    private int number;

    /// <summary>Whether refunds are made.</summary>
    public bool WithRefunds { get; init; } = true;

    /// <summary>What references begin with.</summary>
    public string Prefix { get; init; } = "p";

    /// <summary>A payment of a tenant.</summary>
    public Payment Next(int tenant)
    {
        var known = history.Attempts.Count == 0 ? null : history.Attempts[^random.Next(1, Math.Min(history.Attempts.Count, 60) + 1)].Payment;
        known = known?.Tenant == tenant ? known : null;
        return random.Next(20) switch
        {
            0 or 1 when known is not null => known,
            2 when known is not null => Differing(known),
            3 or 4 when known is { Original: null } && WithRefunds => Refund(known),
            _ => Fresh(tenant),
        };
    }

    /// <summary>A payment that was never sent before.</summary>
    public Payment Fresh(int tenant)
    {
        var more = new List<(string, string)>();
        Maybe(more, "toAccountNumber", () => Payees[random.Next(Payees.Count)]);
        Maybe(more, "deviceId", () => $"D{random.Next(4)}");
        Maybe(more, "country", () => Countries[random.Next(Countries.Length)]);
        Maybe(more, "paymentType", () => random.Next(2) == 0 ? "CARD" : "SEPA");
        return new Payment(tenant, Reference(Prefix), Account(tenant), random.Next(100, random.Next(2) == 0 ? 20_000 : 70_000)) { More = more };
    }

    private static string Account(int tenant, int place) => string.Create(CultureInfo.InvariantCulture, $"{Marker}-{tenant}-{place}");

    private Payment Differing(Payment known) => random.Next(2) == 0
        ? known with { AmountMinor = known.AmountMinor + 1 }
        : known with { Account = Account(known.Tenant) };

    private Payment Refund(Payment original) => new(original.Tenant, Reference("r"), Account(original.Tenant), random.Next(100, original.AmountMinor + 2_000))
    {
        More = [("kind", random.Next(3) switch { 0 => "REVERSAL", 1 => "RETURN", _ => "REFUND" }), ("originalTransactionReference", original.Reference)],
    };

    private string Reference(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{++number}");

    private string Account(int tenant) => Account(tenant, random.Next(Accounts));

    private void Maybe(List<(string, string)> more, string name, Func<string> value)
    {
        if (random.Next(4) != 0)
        {
            more.Add((name, value()));
        }
    }
}
