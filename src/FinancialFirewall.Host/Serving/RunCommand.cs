using System.CommandLine;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.Keys;
using FinancialFirewall.Host.Sites;

namespace FinancialFirewall.Host.Serving;

/// <summary><c>firewall run</c>.</summary>
internal static class RunCommand
{
    private const string Lesson = """
        The first start creates the tenant 'demo' with a sensible policy (or the file's), prints its API key once and keeps it in demo.key of
        the data directory, readable by its owner alone, and the tenant 'operator', which manages the others, with its key in operator.key. All data is encrypted; without --master-key, --key-vault and FIREWALL_MASTER_KEY the
        first start makes a key in DIR.master.key beside the data directory, and says so. Ctrl+C or SIGTERM stops it, after it has answered what it accepted.

        Examples:
          firewall run
          firewall run --urls http://0.0.0.0:8080 --data /var/lib/firewall
          firewall run --data /var/lib/firewall --master-key /etc/firewall/master.key
          firewall run --data ./trial --policy my-policy.json
          firewall run --data /var/lib/firewall --site-key /etc/firewall/site.key --peer https://other:8080 --synchronous
        """;

    public static Command Build()
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen; several are separated by ';'. Port 0 takes a free one.", DefaultValueFactory = _ => "http://127.0.0.1:8080" };
        var data = new Option<DirectoryInfo>("--data") { Description = "Where everything is kept; created when it does not exist.", DefaultValueFactory = _ => new DirectoryInfo("data") };
        var key = new MasterKeyOptions();
        var policy = new Option<FileInfo?>("--policy") { Description = "The policy file of the first start. Later it must not differ from the policy in force: 'firewall policy import' changes that." };
        var site = new SiteOptionSet();
        var command = new LessonCommand("run", "Starts the firewall: answers payments over HTTP and keeps every decision in a data directory.", Lesson) { urls, data, policy };
        site.AddTo(command);
        return key.AddTo(command).WithAction((parsed, interrupted) =>
        {
            var directory = parsed.GetRequiredValue(data).FullName;
            var options = new ServerOptions(parsed.GetRequiredValue(urls), directory, key.Find(parsed, directory), parsed.GetValue(policy)?.FullName)
            {
                Site = site.Find(parsed, directory),
            };
            return Server.RunAsync(options, interrupted);
        });
    }
}
