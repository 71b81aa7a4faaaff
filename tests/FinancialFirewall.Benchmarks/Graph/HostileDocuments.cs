namespace FinancialFirewall.Benchmarks.Graph;

/// <summary>Documents that are made to hurt.</summary>
internal static class HostileDocuments
{
    private const int Many = 10_000;

    /// <summary>Each with its name.</summary>
    public static IEnumerable<(string Name, string Document)> All()
    {
        yield return ("10,000 aliases", $"{{ {Repeat(i => $"a{i}: me {{ tenantId }} ")} }}");
        yield return ("nested 10,000 deep", Repeat(_ => "{ a ") + Repeat(_ => "}"));
        yield return ("a list nested 10,000 deep", $"{{ tenant(id: {Repeat(_ => "[")}{Repeat(_ => "]")}) {{ name }} }}");
        yield return ("a list of 10,000", $"mutation {{ assessPayments(payments: [{Repeat(_ => "1 ")}]) {{ id }} }}");
        yield return ("10,000 directives", $"{{ me {Repeat(_ => "@skip(if: false) ")} {{ tenantId }} }}");
        yield return ("10,000 fragments in a circle", "{ ...f0 } " + Repeat(i => $"fragment f{i} on Query {{ ...f{(i + 1) % Many} }} "));
        yield return ("fragments that double 60 times", "{ ...d0 } " + Repeat(i => $"fragment d{i} on Query {{ a: me {{ tenantId }} ...d{i + 1} ...d{i + 1} }} ", 60) + "fragment d60 on Query { me { keyId } }");
        yield return ("10,000 fields that conflict", $"{{ {Repeat(i => $"x: tenant(id: \"{i}\") {{ name }} ")} }}");
        yield return ("1 MiB in one name", "{ " + new string('a', 1 << 20) + " }");
        yield return ("1 MiB in one text", "{ tenant(id: \"" + new string('a', 1 << 20) + "\") { name } }");
        yield return ("the schema, ten levels of types", $"{{ __schema {{ types {{ fields {{ type {{ {Repeat(_ => "ofType { ", 10)} name {Repeat(_ => "} ", 10)} }} }} }} }} }}");
        yield return ("pages in pages", "{ " + Repeat(i => $"p{i}: assessments(first: 500) {{ edges {{ node {{ riskFactors {{ name }} }} }} }} ", 50) + "}");
    }

    private static string Repeat(Func<int, string> make, int times = Many) => string.Concat(Enumerable.Range(0, times).Select(make));
}
