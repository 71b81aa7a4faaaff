using System.Text;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Tests.Policies;

/// <summary>Broken policy files and what is said about them.</summary>
public sealed class PolicyDocumentErrorTests
{
    public static TheoryData<string, string, string, string, string> Refusals => new()
    {
        { """{}""", "MEMBER_MISSING", "/baseCurrency", "", "'baseCurrency' is required: a text of 1 to 100 characters." },
        { """{"baseCurrency":"EURO"}""", "CURRENCY_UNKNOWN", "/baseCurrency", "EURO", "/baseCurrency must be an active currency of ISO 4217, three letters such as EUR." },
        { """{"baseCurrency":"DEM"}""", "CURRENCY_UNKNOWN", "/baseCurrency", "DEM", "'DEM' is no longer a currency of ISO 4217: EUR replaced it." },
        { """[]""", "TYPE_WRONG", "", "[]", "An object is expected, not a list." },
        { """{"baseCurrency":"EUR","baseCurrency":"USD"}""", "MEMBER_DUPLICATE", "/baseCurrency", "USD", "'baseCurrency' stands here twice; state it once." },
        { """{"baseCurrency":"EUR","list":{}}""", "MEMBER_UNKNOWN", "/list", "{}", "'list' is not a member of this object. Did you mean 'lists'?" },
        { """{"baseCurrency":"EUR","a/b~c":1}""", "MEMBER_UNKNOWN", "/a~1b~0c", "1", "'a/b~c' is not a member of this object. Expected one of: baseCurrency, rates, configurations, toggles, lists." },
        { """{"baseCurrency":"EUR","rates":{"USD":"1.08"}}""", "MEMBER_MISSING", "/rates/asOf", "", "'asOf' is required: rates are dated, with a day or a time." },
        { """{"baseCurrency":"EUR","rates":{"asOf":"2026-03-01","EUR":"1"}}""", "RATE_OF_BASE", "/rates/EUR", "", "EUR is the base currency and needs no rate." },
        { """{"baseCurrency":"EUR","rates":{"asOf":"2026-03-01","USD":"-1"}}""", "RATE_INVALID", "/rates/USD", "-1", "A rate is a decimal above 0 and below 1,000,000,000 with at most 10 decimals, such as \"1.0843\"." },
        { """{"baseCurrency":"EUR","rates":{"asOf":"yesterday"}}""", "TIME_INVALID", "/rates/asOf", "yesterday", "'asOf' is a day such as 2026-03-01 or a time such as 2026-03-01T12:00:00Z." },
    };

    public static TheoryData<string, string, string, string, string> ConfigurationRefusals => new()
    {
        { """{}""", "MEMBER_MISSING", "/configurationName", "", "'configurationName' is required: a text of 1 to 100 characters." },
        { Named(""" "paymentSource":"bank" """), "VALUE_NOT_ALLOWED", "/paymentSource", "bank", "'paymentSource' is one of BANK_CLIENT, CLEARING_SYSTEM, BOTH." },
        { Named(""" "priority":0 """), "VALUE_OUT_OF_RANGE", "/priority", "0", "'priority' is a whole number from 1 to 2,147,483,647." },
        { Named(""" "id":"1" """), "ID_INVALID", "/id", "1", "'id' is a UUID, such as 00000000-0000-8000-8000-000000000001." },
        { Named(""" "thresholds":{"rejectThreshold":0.12345} """), "TOO_PRECISE", "/thresholds/rejectThreshold", "0.12345", "At most 4 decimals are accepted." },
        { Named(""" "thresholds":{"rejectThreshold":1.5} """), "VALUE_OUT_OF_RANGE", "/thresholds/rejectThreshold", "1.5", "A number from 0 to 1 is expected." },
        { Named(""" "thresholds":{"levels":{"high":0.2}} """), "LEVELS_DISORDERED", "/thresholds/levels", "", "The levels begin at medium 0.3000, high 0.2000 and critical 0.8000; each is at least the one before it." },
        { Named(""" "riskRules":{"amountRules":{"highAmountThreshold":"10000"}} """), "TYPE_WRONG", "/riskRules/amountRules/highAmountThreshold", "10000", "A number in the base currency or an object of currencies such as {\"EUR\": 10000} is expected, not a text." },
        { Named(""" "riskRules":{"amountRules":{"highAmountThreshold":{"JPY":1.5}}} """), "TOO_PRECISE", "/riskRules/amountRules/highAmountThreshold/JPY", "1.5", "At most 0 decimals are accepted." },
        { Named(""" "riskRules":{"amountRules":{"highAmountThreshold":{}}} """), "VALUE_EMPTY", "/riskRules/amountRules/highAmountThreshold", "", "An object of currencies names at least one, such as {\"EUR\": 10000}." },
        { Named(""" "riskRules":{"locationRules":{"highRiskCountries":["UK"]}} """), "COUNTRY_UNKNOWN", "/riskRules/locationRules/highRiskCountries/0", "UK", "'UK' is not an ISO 3166 alpha-2 code; use GB." },
        { Named(""" "riskRules":{"locationRules":{"suspiciousIpRanges":["10.0.0.0/8","10.0.0.0/33"]}} """), "IP_RANGE_INVALID", "/riskRules/locationRules/suspiciousIpRanges/1", "10.0.0.0/33", "'10.0.0.0/33' is neither an IP address nor a range such as 10.0.0.0/8 or 2001:db8::/32." },
        { Named(""" "riskRules":{"timeRules":{"timeZone":"Europe/Berln"}} """), "TIME_ZONE_UNKNOWN", "/riskRules/timeRules/timeZone", "Europe/Berln", "'Europe/Berln' is not an IANA time zone such as Europe/Berlin. Did you mean 'Europe/Berlin'?" },
        { Named(""" "riskRules":{"timeRules":{"offHoursStart":6}} """), "HOURS_EMPTY", "/riskRules/timeRules/offHoursEnd", "6", "'offHoursEnd' equals 'offHoursStart': no hour lies between them; for the whole day use 0 and 24." },
        { Named(""" "riskRules":{"patternRules":{"suspiciousReferencePatterns":["(?=a)b"]}} """), "PATTERN_INVALID", "/riskRules/patternRules/suspiciousReferencePatterns/0", "(?=a)b", "The pattern uses look-around, a back-reference, a condition or an atomic group, or is too large, and cannot be matched in linear time." },
        { Named(""" "riskRules":{"weights":{"highAmout":0.1}} """), "FACTOR_UNKNOWN", "/riskRules/weights/highAmout", "0.1", "There is no factor 'highAmout'. Did you mean 'highAmount'?" },
        { Named(""" "riskRules":{"customRules":[{"name":"weekend","expression":"amount > 1","weight":0.1}]} """), "RULE_NAME_TAKEN", "/riskRules/customRules/0/name", "weekend", "'weekend' is the name of a factor of the rule families; give this rule a name of its own." },
        { Named(""" "riskRules":{"scoring":"SUM"},"thresholds":{"scoring":"MAX"} """), "SCORING_CONTRADICTORY", "/riskRules/scoring", "SUM", "'riskRules' and 'thresholds' state different ways of scoring; state it once, in 'thresholds'." },
        { Named(""" "decisionCriteria":{"autoReject":{}} """), "CRITERION_EMPTY", "/decisionCriteria/autoReject", "", "A criterion states at least one of 'minRiskScore', 'minAmount' or a 'condition_…'." },
        { Named(""" "decisionCriteria":{"autoReject":{"maxAmount":1}} """), "MEMBER_UNKNOWN", "/decisionCriteria/autoReject/maxAmount", "1", "'maxAmount' is not a member of this object. Only autoApprove has maxima; use 'minRiskScore', 'minAmount' or 'condition_…'." },
        { Named(""" "timeoutConfig":{"timeoutMs":1,"timeoutSeconds":1} """), "MEMBERS_EXCLUSIVE", "/timeoutConfig/timeoutSeconds", "1", "State 'timeoutMs' or 'timeoutSeconds', not both." },
        { Named(""" "bankFraudApiConfig":{"apiName":"x"} """), "MEMBER_MISSING", "/bankFraudApiConfig/apiUrl", "", "'apiUrl' is required: an absolute http or https address; or state 'enabled': false." },
        { Named(""" "bankFraudApiConfig":{"apiUrl":"https://u:p@x.example/"} """), "URL_INVALID", "/bankFraudApiConfig/apiUrl", "********", "'apiUrl' is an absolute http or https address without user name and password." },
        { Named(""" "bankFraudApiConfig":{"enabled":false,"retryConfig":{}} """), "MEMBER_UNKNOWN", "/bankFraudApiConfig/retryConfig", "{}", "'retryConfig' is not a member of this object. 'retryConfig' stands beside 'bankFraudApiConfig', not inside it." },
        { Named(""" "bankFraudApiConfig":{"enabled":false,"authentication":{"type":"BASIC","username":"u"}} """), "MEMBER_MISSING", "/bankFraudApiConfig/authentication/password", "", "'password' is required: authentication of type BASIC needs it." },
        { Named(""" "bankFraudApiConfig":{"enabled":false,"authentication":{"type":"BEARER_TOKEN","bearerToken":7}} """), "SECRET_INVALID", "/bankFraudApiConfig/authentication/bearerToken", "********", "A text of at most 4,096 characters or {\"secretRef\": \"name\"} is expected." },
        { Named(""" "bankFraudApiConfig":{"enabled":false,"authentication":{"type":"BEARER_TOKEN","bearerToken":"********"}} """), "SECRET_MASKED", "/bankFraudApiConfig/authentication/bearerToken", "********", "A policy file holds the secret itself or {\"secretRef\": \"name\"}, not its mask." },
    };

    public static TheoryData<string, string, string, string, string> ListRefusals => new()
    {
        { """{"a b":{"kind":"WATCH"}}""", "LIST_NAME_INVALID", "/a b", "a b", "A list's name is 1 to 100 letters, digits, '_', '-' and '.'." },
        { """{"l":{}}""", "MEMBER_MISSING", "/l/kind", "", "'kind' is required: BLOCK, ALLOW or WATCH." },
        { """{"l":{"kind":"BLOCK"}}""", "MEMBER_MISSING", "/l/member", "", "'member' is required: a list of kind BLOCK names the payment's member that it watches." },
        { """{"l":{"kind":"ALLOW","member":"fromAcountNumber"}}""", "MEMBER_NOT_WATCHABLE", "/l/member", "fromAcountNumber", "A list watches a text member of the payment. Did you mean 'fromAccountNumber'?" },
        { """{"l":{"kind":"WATCH","entries":[{"value":"a"},{"value":" a "}]}}""", "ENTRY_DUPLICATE", "/l/entries/1/value", " a ", "' a ' stands in this list twice; state it once." },
        { """{"l":{"kind":"BLOCK","member":"ipAddress","entries":[{"value":"10.0.0.1"},{"value":"10.0.0.1/32"}]}}""", "ENTRY_DUPLICATE", "/l/entries/1/value", "10.0.0.1/32", "'10.0.0.1/32' stands in this list twice; state it once." },
        { """{"l":{"kind":"BLOCK","member":"ipAddress","entries":[{"value":"10.0.0"}]}}""", "ENTRY_INVALID", "/l/entries/0/value", "10.0.0", "'10.0.0' is neither an IP address nor a range such as 10.0.0.0/8 or 2001:db8::/32." },
        { """{"l":{"kind":"BLOCK","member":"country","entries":[{"value":"UK"}]}}""", "ENTRY_INVALID", "/l/entries/0/value", "UK", "'UK' is not an ISO 3166 alpha-2 code; use GB." },
        { """{"l":{"kind":"BLOCK","member":"fromAccountNumber","entries":[{"value":"4111 1111 1111 1111"}]}}""", "ENTRY_INVALID", "/l/entries/0/value", "4111 1111 1111 1111", "A card number is never kept, so it would never match; state the token that payments show in its place." },
        { """{"l":{"kind":"BLOCK","member":"country","entries":[{"value":"ZZ"}]}}""", "ENTRY_INVALID", "/l/entries/0/value", "ZZ", "'ZZ' is not an ISO 3166 alpha-2 code, two letters such as DE." },
        { """{"l":{"kind":"WATCH","entries":[{"valu":"a"}]}}""", "MEMBER_MISSING", "/l/entries/0/value", "", "'value' is required: a text of 1 to 512 characters." },
        { """{"l":{"kind":"WATCH","entries":[{"value":"a","expiresAt":"soon"}]}}""", "TIME_INVALID", "/l/entries/0/expiresAt", "soon", "'expiresAt' is a time as RFC 3339 writes it, such as 2026-03-01T12:00:00Z." },
    };

    private static string Named(string members) => $$"""{"configurationName":"c",{{members}}}""";

    private static IReadOnlyList<Error> Read(string json) => PolicyDocumentReader.Read(Encoding.UTF8.GetBytes(json)).Errors;

    private static void Check(string json, string code, string member, string value, string message)
    {
        var errors = Read(json);
        Assert.NotEmpty(errors);
        Assert.Equal((ErrorKind.Invalid, code, member, value, message), (errors[0].Kind, errors[0].Code, errors[0].Member, errors[0].Value, errors[0].Message));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Read_BrokenFile_SaysWhatIsWrong(string json, string code, string member, string value, string message)
        => Check(json, code, member, value, message);

    [Theory]
    [MemberData(nameof(ConfigurationRefusals))]
    public void Read_BrokenConfiguration_SaysWhatIsWrong(string json, string code, string member, string value, string message)
        => Check($$"""{"baseCurrency":"EUR","configurations":[{{json}}]}""", code, $"/configurations/0{member}", value, message);

    [Theory]
    [MemberData(nameof(ListRefusals))]
    public void Read_BrokenList_SaysWhatIsWrong(string json, string code, string member, string value, string message)
        => Check($$"""{"baseCurrency":"EUR","lists":{{json}}}""", code, $"/lists{member}", value, message);

    [Fact]
    public void Read_SeveralFaults_ReportsThemAll()
    {
        var errors = Read("""{"baseCurrency":"X","configurations":[{"priority":-1},7],"toggles":[{"isEnabled":1}],"lists":{"l":{"kind":"NONE"}},"x":0}""");

        Assert.Equal(
            [
                "/baseCurrency", "/configurations/0/configurationName", "/configurations/0/priority", "/configurations/1", "/toggles/0/isEnabled",
                "/lists/l/kind", "/x",
            ],
            errors.Select(error => error.Member),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Read_AThousandFaults_StopsAfterAHundred()
    {
        var errors = Read($$"""{"baseCurrency":"EUR","toggles":[{{string.Join(',', Enumerable.Repeat("1", 1_000))}}]}""");

        Assert.Equal(101, errors.Count);
        Assert.Equal("There are more errors than the 100 that are shown.", errors[^1].Message);
    }

    [Fact]
    public void Read_SameIdTwice_IsRefused()
    {
        const string Id = "11111111-2222-4333-8444-555555555555";

        var error = Assert.Single(Read($$"""{"baseCurrency":"EUR","toggles":[{"id":"{{Id}}","isEnabled":true},{"id":"{{Id}}","isEnabled":true}]}"""));

        Assert.Equal(("ID_DUPLICATE", "/toggles/1/id", Id), (error.Code, error.Member, error.Value));
    }

    [Theory]
    [InlineData("{", "Line 1, byte 2: ")]
    [InlineData("{\n  \"a\": 1,\n}", "Line 3, byte 1: ")]
    [InlineData("{} {}", "Line 1, byte 4: ")]
    [InlineData("{\"baseCurrency\":\"\\ud83d\"}", "A text holds half a surrogate pair")]
    public void Read_NotJson_SaysWhere(string json, string start)
    {
        var error = Assert.Single(Read(json));

        Assert.Equal((ErrorKind.Malformed, "JSON_MALFORMED"), (error.Kind, error.Code));
        Assert.StartsWith(start, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NestedTooDeep_IsRefused()
        => Assert.Equal(ErrorKind.Malformed, Assert.Single(Read(new string('[', 10_000))).Kind);

    [Fact]
    public void Read_NotUtf8_IsRefused()
        => Assert.Equal("The document is not valid UTF-8.", Assert.Single(PolicyDocumentReader.Read([0x7B, 0xFF, 0x7D]).Errors).Message);

    [Fact]
    public void Read_RandomlyDamagedFiles_NeverThrowsAndReadsBackWhatItAccepts()
    {
        const int Seed = 42;
        var random = new Random(Seed);
        var whole = DemoPolicy.Utf8.ToArray();
        for (var i = 0; i < 300; i++)
        {
            var damaged = whole.ToArray();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(32, 127);
            }

            var result = PolicyDocumentReader.Read(damaged);
            if (result.IsSuccess)
            {
                var written = PolicyDocumentWriter.Write(result.Value);
                Assert.True(written.AsSpan().SequenceEqual(PolicyDocumentWriter.Write(PolicyDocumentReader.Read(written).Value)), $"seed {Seed}, file {i}");
            }
        }
    }
}
