using System.Globalization;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Storage.Sites;

/// <summary>The expected refusals between two sites.</summary>
public static class SiteErrors
{
    /// <summary>A directory that follows was to be opened as a leader.</summary>
    public static Error Follower(string location) => new(
        ErrorKind.Conflict, "SITE_FOLLOWS", SiteRecord.FileName, location, $"'{location}' follows another site: 'firewall follow' goes on with that, 'firewall promote' makes it the leader.");

    /// <summary>A directory that was replaced was to be opened as a leader.</summary>
    public static Error Fenced(string location, uint term) => new(
        ErrorKind.Conflict,
        "SITE_FENCED",
        SiteRecord.FileName,
        Text(term),
        $"'{location}' led once, and another site leads in term {Text(term)}: it records nothing. It can follow that site: firewall follow --rewind --data '{location}' --leader URL --site-key FILE");

    /// <summary>A copy that was never completed.</summary>
    public static Error Unfinished(string location) => new(
        ErrorKind.Conflict, "SITE_UNFINISHED", SiteRecord.FileName, location, $"'{location}' was being copied from a leader and is not complete: 'firewall follow' copies it anew.");

    /// <summary>The other site knows of a higher term.</summary>
    public static Error Outdated(uint term, uint higher) => new(
        ErrorKind.Conflict, "SITE_OUTDATED", "term", Text(term), $"Term {Text(term)} is over: a site leads in term {Text(higher)}.");

    /// <summary>The follower's log holds something that the leader's does not.</summary>
    public static Error Diverged(string log) => new(
        ErrorKind.Conflict, "SITE_DIVERGED", log, "", $"The {log} of this site holds what the leader's does not: 'firewall follow --rewind' puts that aside and goes on.");

    /// <summary>The leader has not kept what the follower needs next.</summary>
    public static Error TooFarBehind(string log) => new(
        ErrorKind.NotFound,
        "SITE_TOO_FAR_BEHIND",
        log,
        "",
        $"The leader has deleted what follows in the {log} of this site: 'firewall follow --copy-anew' puts the directory's content aside and copies everything again.");

    /// <summary>A follower without a leader that answers.</summary>
    public static Error LeaderUnreachable(string reason) => new(
        ErrorKind.Unavailable,
        "LEADER_UNREACHABLE",
        "leader",
        "",
        $"The leader does not answer ({reason}), so it cannot be stopped from here. Make sure that it is down or cut off from its clients, and then say so: firewall promote --leader-lost");

    /// <summary>A question that no site asks.</summary>
    public static Error NotUnderstood() => new(
        ErrorKind.Malformed, "SITE_QUESTION_UNKNOWN", "", "", "The question is none that one site asks the other: are both of the same version?");

    /// <summary>A file that is not there, or not for the other site.</summary>
    public static Error NoFile(string path) => new(ErrorKind.NotFound, "SITE_FILE_UNKNOWN", "path", path, "There is no such file for the other site.");

    /// <summary>Something that only a leader does was asked of a follower.</summary>
    public static Error NoLeader() => new(ErrorKind.Conflict, "SITE_NO_LEADER", "role", "FOLLOWER", "This site follows another one: ask the leader.");

    /// <summary>What should be promoted is no follower.</summary>
    public static Error NoFollower(string location) => new(
        ErrorKind.Conflict, "SITE_NO_FOLLOWER", SiteRecord.FileName, location, $"'{location}' follows no other site: only a follower can be promoted.");

    /// <summary>The site that is asked does not lead in a higher term.</summary>
    public static Error NotReplaced(uint term) => new(
        ErrorKind.Conflict, "SITE_NOT_REPLACED", "term", Text(term), $"The other site does not lead in a term after {Text(term)}, or does not know where that began: nothing is put aside for it.");

    /// <summary>What should be put aside is in segments.</summary>
    public static Error TailMoved() => new(
        ErrorKind.Conflict, "SITE_TAIL_MOVED", "segments", "", "What the leader does not have is in segments already, from which nothing is cut: 'firewall follow --copy-anew' puts everything aside and copies it all.");

    private static string Text(uint number) => number.ToString(CultureInfo.InvariantCulture);
}
