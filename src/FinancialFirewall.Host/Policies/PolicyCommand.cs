using System.CommandLine;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.Keys;
using FinancialFirewall.Host.Sites;

namespace FinancialFirewall.Host.Policies;

/// <summary><c>firewall policy check</c> and <c>firewall policy import</c>.</summary>
internal static class PolicyCommand
{
    private const string CheckLesson = """
        Examples:
          firewall policy check my-policy.json

        Exit codes: 0 the file can be used; 1 it has mistakes.
        """;

    private const string ImportLesson = """
        Examples:
          firewall policy import my-policy.json --data /var/lib/firewall

        Exit codes: 0 in force; 1 the file has mistakes; 4 a running firewall uses the directory: stop it first.
        """;

    public static Command Build() => new("policy", "Checks policy files and puts them in force.") { BuildCheck(), BuildImport() };

    private static Command BuildCheck()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A policy file (docs/policies.md)." };
        return new LessonCommand("check", "Lists every mistake of a policy file with its place, and what can never decide.", CheckLesson) { file }.WithAction((parsed, interrupted) => PolicyCheck.RunAsync(parsed.GetRequiredValue(file).FullName, interrupted));
    }

    private static Command BuildImport()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A policy file (docs/policies.md)." };
        var data = new Option<DirectoryInfo>("--data") { Description = "The data directory.", Required = true };
        var (key, site) = (new MasterKeyOptions(), new OtherSiteOption());
        var command = new LessonCommand("import", "Puts a policy file in force in a data directory that no process uses.", ImportLesson) { file, data };
        site.AddTo(command);
        return key.AddTo(command).WithAction(async (parsed, interrupted) =>
        {
            var directory = parsed.GetRequiredValue(data).FullName;
            await site.DemandAsync(parsed, directory);
            return await PolicyImport.RunAsync(parsed.GetRequiredValue(file).FullName, directory, key.Find(parsed, directory), interrupted);
        });
    }
}
