using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Graph;

/// <summary>What helps people while they write a configuration.</summary>
[Collection(GraphCollection.Name)]
public sealed class GraphWritingTests(GatewayFixture fixture)
{
    private const string Validate = "query($c: JSON!, $id: UUID, $draft: UUID) { configurationValidation(configuration: $c, id: $id, draft: $draft) { isValid errors { code member } warnings { code member } } }";

    [Fact]
    public async Task Validation_SaysWhatIsWrongWhereAndKeepsNothing()
    {
        using var owner = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("graph-writing"));
        var wrong = new { configurationName = "x", priority = 0, riskRules = new { customRules = new[] { new { name = "r", expression = "amout > 1", weight = 0.1 } } } };

        Assert.Equal(
            """{"isValid":false,"errors":[{"code":"EXPRESSION_INVALID","member":"/riskRules/customRules/0/expression"},{"code":"VALUE_OUT_OF_RANGE","member":"/priority"}],"warnings":[]}""",
            await OrderedAsync(owner, new { c = wrong }));
        Assert.Equal(
            """{"isValid":true,"errors":[],"warnings":[{"code":"CRITERION_NEVER_DECIDES","member":"/decisionCriteria/hold"}]}""",
            await OrderedAsync(owner, new { c = new { configurationName = "x", paymentType = "CARD", decisionCriteria = new { hold = new { condition_a = "false" } } } }));
        Assert.Equal("1", (await owner.DataAsync("{ policy { version } }")).GetProperty("policy").GetProperty("version").GetRawText());
    }

    [Fact]
    public async Task Lists_OfADraft_CountForItAndForNothingElse()
    {
        using var owner = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("graph-writing-lists"));
        var draft = (await owner.DataAsync("mutation { createDraft(name: \"lists\") { id } }")).GetProperty("createDraft").Text("id");
        var document = new { baseCurrency = "EUR", lists = new { mules = new { kind = "WATCH", entries = Array.Empty<object>() } } };
        await owner.DataAsync("mutation($id: UUID!, $d: JSON!) { changeDraft(id: $id, document: $d) { tag } }", new { id = draft, d = document });
        const string Check = "query($t: String!, $draft: UUID) { expressionCheck(text: $t, draft: $draft) { isValid problem { line column offset length } } }";
        const string Text = "amount > 1 and\n toAccountNumber in @mules";

        Assert.Equal("""{"isValid":true,"problem":null}""", (await owner.DataAsync(Check, new { t = Text, draft })).GetProperty("expressionCheck").GetRawText());
        Assert.Equal("""{"isValid":false,"problem":{"line":2,"column":21,"offset":35,"length":6}}""", (await owner.DataAsync(Check, new { t = Text })).GetProperty("expressionCheck").GetRawText());
        const string Lists = "query($draft: UUID) { expressionVocabulary(draft: $draft) { lists { name kind member } } }";
        Assert.Equal("""[{"name":"mules","kind":"WATCH","member":null}]""", (await owner.DataAsync(Lists, new { draft })).GetProperty("expressionVocabulary").GetProperty("lists").GetRawText());
        Assert.Equal("DRAFT_UNKNOWN", (await owner.RefusalAsync(Check, new { t = Text, draft = Guid.Empty })).Text("code"));
    }

    [Fact]
    public async Task Vocabulary_HasEveryWordWithItsTypeAndMeaning()
    {
        using var owner = fixture.Gateway.CreateClient(await fixture.Gateway.ProvisionAsync("graph-writing-words"));

        var words = (await owner.DataAsync("{ expressionVocabulary { words { name kind type form } maximumLength } }")).GetProperty("expressionVocabulary");

        Assert.Equal(4_096, words.GetProperty("maximumLength").GetInt32());
        var told = words.GetProperty("words").EnumerateArray().Select(static word => word.GetRawText()).ToList();
        Assert.Contains("""{"name":"amount","kind":"MEMBER","type":"NUMBER","form":"amount"}""", told);
        Assert.Contains("""{"name":"last","kind":"AGGREGATE","type":null,"form":"last(country, 30d)"}""", told);
        Assert.Contains("""{"name":"accountAge","kind":"VARIABLE","type":"DURATION","form":"accountAge"}""", told);
    }

    private static async Task<string> OrderedAsync(HttpClient client, object variables)
    {
        var found = (await client.DataAsync(Validate, variables)).GetProperty("configurationValidation");
        var errors = found.GetProperty("errors").EnumerateArray().OrderBy(static error => error.Text("code"), StringComparer.Ordinal).Select(static error => error.GetRawText());
        return $$"""{"isValid":{{found.GetProperty("isValid").GetRawText()}},"errors":[{{string.Join(',', errors)}}],"warnings":{{found.GetProperty("warnings").GetRawText()}}}""";
    }
}
