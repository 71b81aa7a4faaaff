using System.CommandLine;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Keys;

/// <summary><c>firewall keys</c>.</summary>
internal static class KeysCommand
{
    private const string NewLesson = """
        Examples:
          firewall keys new /etc/firewall/master.key
          firewall run --data /var/lib/firewall --master-key /etc/firewall/master.key
        """;

    private const string ListLesson = """
        Examples:
          firewall keys list --data /var/lib/firewall
        """;

    private const string RotateMasterLesson = """
        A key file gets a new key in its first line. For an environment variable, put the new key before the old one, separated by a comma, and start the
        firewall anew; for Azure Key Vault, add a version to the secret first. A firewall that is running goes on deciding meanwhile.

        Examples:
          firewall keys rotate-master --data /var/lib/firewall --master-key /etc/firewall/master.key
        """;

    private const string RotateTenantsLesson = """
        Payments, states and snapshots that are written from now on are sealed by the new key; what is there is opened by the key that sealed it. A firewall
        that is running goes on deciding meanwhile.

        Examples:
          firewall keys rotate-tenants --data /var/lib/firewall
          firewall keys rotate-tenants --data /var/lib/firewall --tenant demo
        """;

    public static Command Build() => new("keys", "Makes, shows and replaces the keys that data is encrypted with.")
    {
        BuildNew(), BuildList(), BuildRotateMaster(), BuildRotateTenants(),
    };

    private static Command BuildNew()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The file to make." };
        return new LessonCommand("new", "Makes a file with a new master key, readable by its owner alone.", NewLesson) { file }.WithAction(
            (parsed, _) => KeyCommands.CreateAsync(parsed.GetRequiredValue(file).FullName));
    }

    private static Command BuildList()
    {
        var (data, key) = (DataOption(), new MasterKeyOptions());
        return key.AddTo(new LessonCommand("list", "Shows which keys a data directory has, and never the keys themselves.", ListLesson) { data }).WithAction((parsed, interrupted) =>
        {
            var directory = parsed.GetRequiredValue(data).FullName;
            return KeyCommands.ListAsync(directory, key.Find(parsed, directory), interrupted);
        });
    }

    private static Command BuildRotateMaster()
    {
        var (data, key) = (DataOption(), new MasterKeyOptions());
        return key.AddTo(new LessonCommand("rotate-master", "Replaces the master key, also of a firewall that is running.", RotateMasterLesson) { data }).WithAction((parsed, interrupted) =>
        {
            var directory = parsed.GetRequiredValue(data).FullName;
            return KeyCommands.RotateMasterAsync(directory, key.Find(parsed, directory), interrupted);
        });
    }

    private static Command BuildRotateTenants()
    {
        var (data, key) = (DataOption(), new MasterKeyOptions());
        var tenant = new Option<string?>("--tenant") { Description = "Whose key; without it, those of all tenants." };
        return key.AddTo(new LessonCommand("rotate-tenants", "Gives tenants new keys, also in a firewall that is running.", RotateTenantsLesson) { data, tenant }).WithAction((parsed, interrupted) =>
        {
            var directory = parsed.GetRequiredValue(data).FullName;
            return KeyCommands.RotateTenantsAsync(directory, key.Find(parsed, directory), parsed.GetValue(tenant), interrupted);
        });
    }

    private static Option<DirectoryInfo> DataOption() => new("--data") { Description = "The data directory.", Required = true };
}
