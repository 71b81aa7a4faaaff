using System.Text.Json;
using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Host.Tests.Assessing;

/// <summary>What a column map can say, through the program: each value is looked at by a rule of its own.</summary>
[Collection(ProcessCollection.Name)]
public sealed class AssessColumnTests
{
    private const string Map = """
        {"delimiter": ";", "members": {
          "transactionReference": {"template": "R-{Nr}"},
          "amount": {"column": "Betrag", "decimal": ",", "group": "."},
          "currency": {"value": "EUR"},
          "fromAccountNumber": {"template": "{{{Bank}}}-{Konto}"},
          "initiatedAt": {"template": "{Tag} {Zeit}", "format": "dd.MM.yyyy HH:mm", "zone": "Europe/Berlin"},
          "requestedExecutionDate": {"column": "Tag", "format": "dd.MM.yyyy"},
          "fromAccountOpenedAt": {"column": "Seit", "format": "unix"},
          "latitude": {"column": "Breite", "impliedDecimals": 4},
          "cardPresent": "Karte",
          "kind": {"column": "Art", "values": {"K": "CAPTURE"}, "otherwise": "PAYMENT"},
          "channel": {"column": "Weg", "values": {"1": "WEB", "2": ""}},
          "metadata.branch": "Filiale"}}
        """;

    private const string Header = "Nr;Betrag;Bank;Konto;Tag;Zeit;Seit;Breite;Karte;Art;Weg;Filiale;Rest\n";

    private static readonly Dictionary<string, string> Expected = new(StringComparer.Ordinal)
    {
        ["derivedReference"] = "transactionReference == \"R-1\"",
        ["groupedNumber"] = "amount == 1234.5",
        ["constant"] = "currency == \"EUR\"",
        ["bracesAndColumns"] = "fromAccountNumber == \"{B}-7\"",
        ["localTimeOfTwoColumns"] = "initiatedAt == \"2026-03-01T11:30:00Z\"",
        ["date"] = "requestedExecutionDate == \"2026-03-01\"",
        ["unixTime"] = "fromAccountOpenedAt == \"2020-01-01\"",
        ["impliedDecimals"] = "latitude == 52.37",
        ["truth"] = "cardPresent",
        ["value"] = "kind == \"CAPTURE\"",
        ["otherValue"] = "channel == \"WEB\"",
    };

    [Fact]
    public async Task Assess_MapOfEveryKind_GivesEachMemberItsValue()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Write("payments.csv", Header + "1;1.234,50;B;7;01.03.2026;12:30;1577836800;523700;Yes;K;1;Mitte;x\n2;1,00;B;7;01.03.2026;12:31;1577836800;0;no;?;2;;\n");

        var result = await FirewallProgram.RunAsync("assess", file, "--map", directory.Write("map.json", Map), "--policy", directory.Write("policy.json", Policy()), "--out", "-", "--answer", "full");

        Assert.True(result.ExitCode == 0, result.ToString());
        var factors = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Factors).ToList();
        Assert.Equal(Expected.Keys.Order(StringComparer.Ordinal), factors[0]);
        Assert.Equal(["bracesAndColumns", "constant", "date", "unixTime"], factors[1]);
    }

    [Fact]
    public async Task Assess_ValuesThatTheMapDoesNotKnow_AreRejectedWithLineAndColumn()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Write("payments.csv", Header
            + "1;1,2,3;B;7;01.03.2026;12:30;0;0;yes;K;1;;\n2;1,00;B;7;31.02.2026;12:30;0;0;yes;K;1;;\n3;1,00;B;7;01.03.2026;12:30;-;0;yes;K;1;;\n"
            + "4;1,00;B;7;01.03.2026;12:30;0;0;perhaps;K;1;;\n5;1,00;B;7;01.03.2026;12:30;0;0;no;K;9;;\n6;1,00\n");
        var rejects = directory.File("rejects.ndjson");

        var result = await FirewallProgram.RunAsync("assess", file, "--map", directory.Write("map.json", Map), "--skip-errors", "--rejects", rejects);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(
            [
                "2: column 'Betrag' NUMBER_INVALID", "3: columns 'Tag', 'Zeit' TIME_INVALID", "4: column 'Seit' TIME_INVALID", "5: column 'Karte' TRUTH_INVALID",
                "6: column 'Weg' VALUE_UNKNOWN", "7:  CSV_FIELD_COUNT",
            ],
            (await File.ReadAllLinesAsync(rejects)).Select(Describe));
    }

    private static string Policy() => JsonSerializer.Serialize(new
    {
        baseCurrency = "EUR",
        configurations = new[]
        {
            new { configurationName = "values", riskRules = new { customRules = Expected.Select(static rule => new { name = rule.Key, expression = rule.Value, weight = 0.01 }) } },
        },
    });

    private static List<string> Factors(string answer)
    {
        using var document = JsonDocument.Parse(answer);
        return [.. document.RootElement.GetProperty("riskFactors").EnumerateArray().Select(static factor => factor.GetProperty("name").GetString()!).Order(StringComparer.Ordinal)];
    }

    private static string Describe(string reject)
    {
        using var document = JsonDocument.Parse(reject);
        var error = document.RootElement.GetProperty("errors")[0];
        return $"{document.RootElement.GetProperty("line")}: {(error.TryGetProperty("place", out var place) ? place.GetString() : "")} {error.GetProperty("code")}";
    }
}
