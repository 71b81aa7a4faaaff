using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FinancialFirewall.Domain.Comparisons;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Domain.Tests.Comparisons;

public sealed class PolicyComparisonTests
{
    private const string Before = """
        {"baseCurrency":"EUR","rates":{"asOf":"2026-03-01","USD":"1.08"},
         "configurations":[
          {"id":"00000000-0000-8000-8000-000000000001","createdAt":"2026-01-01T00:00:00Z","configurationName":"cards","priority":1,"thresholds":{"rejectThreshold":0.8},
           "bankFraudApiConfig":{"apiUrl":"https://bank.example/","authentication":{"type":"BEARER_TOKEN","bearerToken":"old"}},
           "riskRules":{"locationRules":{"highRiskCountries":["KP"]},"customRules":[
             {"name":"a","expression":"amount > 1","weight":0.1},{"name":"b","expression":"amount > 2","weight":0.2}]}},
          {"id":"00000000-0000-8000-8000-000000000002","configurationName":"old"}],
         "toggles":[{"id":"00000000-0000-8000-8000-000000000003","isEnabled":true}],
         "lists":{"blocked":{"kind":"BLOCK","member":"fromAccountNumber","entries":[{"value":"A"},{"value":"B"}]}}}
        """;

    private const string After = """
        {"baseCurrency":"EUR","rates":{"asOf":"2026-03-01","USD":"1.09"},
         "configurations":[
          {"id":"00000000-0000-8000-8000-000000000004","configurationName":"new"},
          {"id":"00000000-0000-8000-8000-000000000001","createdAt":"2026-01-01T00:00:00Z","configurationName":"cards","priority":2,
           "bankFraudApiConfig":{"apiUrl":"https://bank.example/","authentication":{"type":"BEARER_TOKEN","bearerToken":"new"}},
           "riskRules":{"locationRules":{"highRiskCountries":["KP","IR"]},"customRules":[
             {"name":"b","expression":"amount > 3","weight":0.2},{"name":"c","expression":"amount > 4","weight":0.3}]}}],
         "toggles":[{"id":"00000000-0000-8000-8000-000000000003","isEnabled":true}],
         "lists":{"blocked":{"kind":"BLOCK","member":"fromAccountNumber","entries":[{"value":"B","reason":"fraud"},{"value":"C"}]}}}
        """;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Compare_TwoPolicies_NamesElementsAndMembers()
    {
        var found = PolicyComparison.Compare(Read(Before), Read(After));

        Assert.Equal(
            ["Currencies EUR Changed", "Configurations new Added", "Configurations cards Changed", "Lists blocked Changed", "Configurations old Removed"],
            found.Select(static one => $"{one.Section} {one.Name} {one.Kind}"));
        Assert.Equal(["/rates/USD '1.08' '1.09'"], Members(found[0]));
        Assert.Equal(
            [
                "/riskRules/locationRules/highRiskCountries ['KP'] ['KP','IR']",
                "/riskRules/customRules/0/expression 'amount > 2' 'amount > 3'",
                "/riskRules/customRules/1 - {'name':'c','expression':'amount > 4','weight':0.3}",
                "/riskRules/customRules/0 {'name':'a','expression':'amount > 1','weight':0.1} -",
                "/priority 1 2",
                "/thresholds {'rejectThreshold':0.8} -",
                "/bankFraudApiConfig/authentication/bearerToken '********' '********'",
            ],
            Members(found[2]));
        Assert.Equal(["/entries/0/reason - 'fraud'", "/entries/1 - {'value':'C'}", "/entries/0 {'value':'A'} -"], Members(found[3]));
        Assert.Equal(("/configurationName", "old"), (found[4].Members[1].Pointer, found[4].Members[1].Before?.GetString()));
    }

    [Fact]
    public void Compare_SamePolicyInAnotherOrder_DoesNotDiffer()
    {
        var policy = Read(Before);

        Assert.Empty(PolicyComparison.Compare(policy, policy with { Configurations = [.. policy.Configurations.Reverse()] }));
    }

    [Fact]
    public void Compare_ListThatIsKeptBesideThePolicySince_TellsTheHashOfWhatItHeldAndHolds()
    {
        var before = Read("""{"baseCurrency":"EUR","lists":{"x":{"kind":"WATCH","entries":[{"value":"A"}]}}}""");
        var held = ListContent.Of(before.Lists[0]).Hash;
        var after = before with { Lists = [before.Lists[0] with { Entries = [], Content = new string('e', ListChain.HashLength) }] };

        var found = Assert.Single(PolicyComparison.Compare(before, after));

        Assert.Equal([$"/content '{held}' '{after.Lists[0].Content}'"], Members(found));
        Assert.Empty(PolicyComparison.Compare(before, before with { Lists = [after.Lists[0] with { Content = held }] }));
    }

    [Fact]
    public void Compare_MoreThanIsTold_CountsTheRest()
    {
        static PolicyDocument WithEntries(int count)
        {
            var entries = string.Join(',', Enumerable.Range(0, count).Select(static number => $$"""{"value":"A{{number}}"}"""));
            return Read($$"""{"baseCurrency":"EUR","lists":{"many":{"kind":"WATCH","entries":[{{entries}}]} } }""");
        }

        var found = Assert.Single(PolicyComparison.Compare(WithEntries(0), WithEntries(PolicyComparison.MaximumMembers + 7)));

        Assert.Equal((PolicyComparison.MaximumMembers, 7), (found.Members.Count, found.Omitted));
    }

    [Fact]
    public void Write_Differences_AreJson()
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output))
        {
            PolicyComparisonDocument.Write(json, PolicyComparison.Compare(Read("""{"baseCurrency":"EUR"}"""), Read("""{"baseCurrency":"USD"}""")));
        }

        Assert.Equal(
            """[{"section":"CURRENCIES","key":"","name":"USD","kind":"CHANGED","members":[{"pointer":"/baseCurrency","before":"EUR","after":"USD"}],"omitted":0}]""",
            Encoding.UTF8.GetString(output.ToArray()));
    }

    private static List<string> Members(ElementDifference difference)
        => [.. difference.Members.Select(static member => $"{member.Pointer} {Spell(member.Before)} {Spell(member.After)}")];

    private static string Spell(JsonElement? value) => value is { } present ? JsonSerializer.Serialize(present, Plain).Replace('"', '\'') : "-";

    private static PolicyDocument Read(string policy) => PolicyDocumentReader.Read(Encoding.UTF8.GetBytes(policy)).Value;
}
