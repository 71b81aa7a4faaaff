using System.CommandLine;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.Keys;
using FinancialFirewall.Host.Sites;

namespace FinancialFirewall.Host.Following;

/// <summary><c>firewall follow</c>.</summary>
internal static class FollowCommand
{
    private const string Lesson = """
        The first start copies everything that the leader has; later ones go on where the last one ended. It takes the leader's master key, and the key of both
        sites. Assessments can be read here; payments are refused, with the leader's address. After 'firewall promote' the same process leads, with the options
        that are given here.

        Examples:
          firewall follow --data /var/lib/firewall --leader http://first:8080 --site-key site.key --master-key master.key --urls http://0.0.0.0:8080
          firewall follow --rewind --data /var/lib/firewall --leader http://second:8080 --site-key site.key      a leader of before comes back

        Exit codes: 0 done; 4 the directory is in use; 9 it holds what the leader does not, or lacks what the leader no longer has.
        """;

    public static Command Build()
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen; several are separated by ';'. Port 0 takes a free one.", DefaultValueFactory = _ => "http://127.0.0.1:8080" };
        var data = new Option<DirectoryInfo>("--data") { Description = "Where everything is kept; created when it does not exist.", Required = true };
        var leader = new Option<string>("--leader") { Description = "Where the leader is.", Required = true, HelpName = "URL" };
        var rewind = new Option<bool>("--rewind") { Description = "Put aside what this directory recorded as a leader and the present leader never got." };
        var anew = new Option<bool>("--copy-anew") { Description = "Put everything aside that is in the directory, and copy it all." };
        var (key, site) = (new MasterKeyOptions(), new SiteOptionSet());
        var command = new LessonCommand("follow", "Keeps a second site: receives everything that another firewall records, and can take its place.", Lesson)
        {
            urls, data, leader, rewind, anew,
        };
        site.AddTo(command, isFollower: true);
        return key.AddTo(command).WithAction((parsed, interrupted) =>
        {
            var directory = parsed.GetRequiredValue(data).FullName;
            var settings = site.Find(parsed, directory) ?? throw new CommandFailedException(ExitCode.Usage, "--site-key is needed: the file with the key of both sites.");
            return FollowerServer.RunAsync(
                new FollowOptions(
                    parsed.GetRequiredValue(urls),
                    directory,
                    key.Find(parsed, directory),
                    SiteOptionSet.AddressOf(parsed.GetRequiredValue(leader)),
                    settings,
                    parsed.GetValue(rewind),
                    parsed.GetValue(anew)),
                interrupted);
        });
    }
}
