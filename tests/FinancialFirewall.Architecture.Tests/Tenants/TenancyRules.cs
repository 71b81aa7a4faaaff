using System.Text.RegularExpressions;
using FinancialFirewall.Architecture.Tests.Sources;

namespace FinancialFirewall.Architecture.Tests.Tenants;

/// <summary>How grains are asked for.</summary>
internal static partial class TenancyRules
{
    /// <summary>Lines that ask for a grain by anything but a tenant's name, a number of a tenant, or the asking grain's own key.</summary>
    public static IEnumerable<string> UnscopedKeys(IEnumerable<SourceFile> files)
        => files.SelectMany(file => file.Places(line => Asks().Count(line) != AsksForATenant().Count(line)));

    /// <summary>How many times the files ask for a grain.</summary>
    public static int Asked(IEnumerable<SourceFile> files) => files.Sum(file => file.Lines.Sum(line => Asks().Count(line)));

    [GeneratedRegex(@"\.GetGrain(<|\()", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Asks();

    [GeneratedRegex(@"\.GetGrain<\w+>\((([\w.]+\.)?[tT]enant\.Name\)|TenantGrainKeys\.Numbered\(([\w.]+\.)?[tT]enant, |this\.GetPrimaryKeyString\(\)\))", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex AsksForATenant();
}
