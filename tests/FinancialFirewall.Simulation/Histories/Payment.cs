using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using FinancialFirewall.Domain.Tests.Expressions;

namespace FinancialFirewall.Simulation.Histories;

/// <summary>A payment as a client sends it: JSON on the wire, plain facts for the checks.</summary>
internal sealed record Payment(int Tenant, string Reference, string Account, int AmountMinor)
{
    /// <summary>Further members by their names; two payments are the same where these are.</summary>
    public IReadOnlyList<(string Name, string Value)> More { get; init; } = [];

    public decimal Amount => AmountMinor / 100m;

    /// <summary>What it gives money back of; null where it is no refund.</summary>
    public string? Original => this["originalTransactionReference"];

    public string? this[string name]
    {
        get
        {
            foreach (var (found, value) in More)
            {
                if (string.Equals(found, name, StringComparison.Ordinal))
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>The body of a request.</summary>
    public string Json
    {
        get
        {
            var json = new JsonObject
            {
                ["transactionReference"] = Reference, ["fromAccountNumber"] = Account, ["amount"] = Amount, ["currency"] = "EUR",
            };
            foreach (var (name, value) in More)
            {
                json[name] = value;
            }

            return json.ToJsonString();
        }
    }

    /// <summary>What the contract's reader knows of it when it is assessed.</summary>
    public NaiveFacts Facts(long assessedAt, Dictionary<string, HashSet<string>> lists)
    {
        var facts = new NaiveFacts { Lists = lists };
        facts.Values["transactionReference"] = Reference;
        facts.Values["fromAccountNumber"] = Account;
        facts.Values["currency"] = "EUR";
        facts.Values["amount"] = Amount;
        facts.Values["originalAmount"] = Amount;
        facts.Values["kind"] = "PAYMENT";
        facts.Values["paymentSource"] = "BANK_CLIENT";
        facts.Values["assessedAt"] = (BigInteger)assessedAt;
        foreach (var (name, value) in More)
        {
            facts.Values[name] = value;
        }

        return facts;
    }

    /// <summary>The members in which another payment of the same reference differs.</summary>
    public IEnumerable<string> DifferencesTo(Payment other)
    {
        if (AmountMinor != other.AmountMinor)
        {
            yield return "amount";
        }

        if (!string.Equals(Account, other.Account, StringComparison.Ordinal))
        {
            yield return "fromAccountNumber";
        }

        foreach (var name in More.Concat(other.More).Select(static one => one.Name).Distinct(StringComparer.Ordinal))
        {
            if (!string.Equals(this[name], other[name], StringComparison.Ordinal))
            {
                yield return name;
            }
        }
    }

    /// <summary>Whether it is the same payment sent again.</summary>
    public bool IsSame(Payment other) => !DifferencesTo(other).Any();

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Reference} of tenant {Tenant}: {Json}");
}
