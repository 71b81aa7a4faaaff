using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using FinancialFirewall.Domain.Tests.Expressions;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Policies.Naive;

/// <summary>Makes random payments twice: as the JSON that a client sends, and as plain facts.</summary>
internal sealed class RandomTransfers(Random random, Dictionary<string, HashSet<string>> lists)
{
    private static readonly Dictionary<string, (int Decimals, decimal? Rate)> Currencies = new(StringComparer.Ordinal)
    {
        ["EUR"] = (2, 1), ["USD"] = (2, 1.25m), ["JPY"] = (0, 160.37m), ["GBP"] = (2, null),
    };

    private static readonly string[] FreeTexts =
        ["customerId", "debtorName", "creditorName", "sessionId", "userAgent", "merchantId", "channel", "description", "remittanceInformation", "terminalId", "entryMode", "purposeCode", "cardToken"];

    private static readonly string[] Addresses = ["10.1.2.3", "192.168.7.1", "2001:db8::1", "198.51.100.9"];
    private int number;

    private bool Often => random.Next(4) != 0;

    /// <summary>A payment that is initiated a little before it is assessed.</summary>
    public (string Json, NaiveFacts Facts) Next(Instant at)
    {
        var json = new JsonObject { ["transactionReference"] = $"R{++number}" };
        var facts = new NaiveFacts { Lists = lists };
        facts.Values["transactionReference"] = $"R{number}";
        facts.Values["assessedAt"] = (BigInteger)at.UnixMicroseconds;
        Text("fromAccountNumber", $"A{random.Next(5)}");
        Amount(json, facts);
        Choose("kind", ["PAYMENT", "PAYMENT", "PAYMENT", "PAYMENT", "PAYMENT", "REFUND", "CAPTURE", "RETURN"]);
        Choose("paymentSource", ["BANK_CLIENT", "CLEARING_SYSTEM"]);
        foreach (var name in FreeTexts.Where(_ => Often))
        {
            Text(name, RandomExpressions.Texts[random.Next(7)]);
        }

        Maybe("toAccountNumber", ["B0", "B1", "B2", "B3", "B4", "B5", "B6"]);
        Maybe("deviceId", ["d0", "d1", "d2", "d3"]);
        Maybe("paymentType", ["SEPA", "CARD"]);
        Maybe("localInstrumentationCode", ["INST", "CORE"]);
        Maybe("clearingSystemCode", ["TIPS", "STEP2"]);
        Maybe("country", ["DE", "FR", "IR"]);
        Maybe("fromCountry", ["DE", "FR"]);
        Maybe("toCountry", ["DE", "FR", "KP"]);
        Maybe("ipAddress", Addresses);
        Others(json, facts, at);
        return (json.ToJsonString(), facts);

        void Text(string name, string value)
        {
            json[name] = value;
            facts.Values[name] = value;
        }

        void Choose(string name, string[] values)
        {
            facts.Values[name] = values[0];
            if (values[random.Next(values.Length)] is var value && (!value.Equals(values[0], StringComparison.Ordinal) || Often))
            {
                Text(name, value);
            }
        }

        void Maybe(string name, string[] values)
        {
            if (Often)
            {
                Text(name, values[random.Next(values.Length)]);
            }
        }
    }

    private void Amount(JsonObject json, NaiveFacts facts)
    {
        var currency = random.Next(6) switch { 0 => "USD", 1 => "JPY", 2 when random.Next(3) == 0 => "GBP", _ => "EUR" };
        var (decimals, rate) = Currencies[currency];
        var minor = random.Next(4) == 0 ? random.Next(1, 200) * 10_000L : random.Next(1, 1_500_000);
        var amount = new decimal((int)minor, 0, 0, isNegative: false, (byte)decimals);
        json["amount"] = amount;
        json["currency"] = currency;
        facts.Values["currency"] = currency;
        facts.Values["originalAmount"] = amount;
        facts.Values["amount"] = rate is { } known ? decimal.Round(amount / known, 2, MidpointRounding.ToEven) : Unknown.Value;
    }

    private void Others(JsonObject json, NaiveFacts facts, Instant at)
    {
        facts.Values["initiatedAt"] = (BigInteger)at.UnixMicroseconds;
        if (Often)
        {
            Time("initiatedAt", new(at.UnixMicroseconds - random.NextInt64(0, 200_000) * 1_000_000));
        }

        if (random.Next(3) == 0)
        {
            Time("fromAccountOpenedAt", new(at.UnixMicroseconds - random.NextInt64(0, 5_000_000) * 1_000_000));
        }

        if (random.Next(3) == 0)
        {
            var day = new DateOnly(2026, 3, 1).AddDays(random.Next(40));
            json["requestedExecutionDate"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            facts.Values["requestedExecutionDate"] = (BigInteger)(day.DayNumber - new DateOnly(1970, 1, 1).DayNumber) * 86_400 * 1_000_000;
        }

        if (Often)
        {
            json["cardPresent"] = random.Next(2) == 0;
            facts.Values["cardPresent"] = (bool)json["cardPresent"]!;
        }

        if (Often)
        {
            Degrees("latitude", 90);
            Degrees("longitude", 180);
        }

        void Time(string name, Instant time)
        {
            json[name] = time.ToString();
            facts.Values[name] = (BigInteger)time.UnixMicroseconds;
        }

        void Degrees(string name, int bound)
        {
            var value = random.Next(-bound * 100, bound * 100) / 100m;
            json[name] = value;
            facts.Values[name] = value;
        }
    }
}
