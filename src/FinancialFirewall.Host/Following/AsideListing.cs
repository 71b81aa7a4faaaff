using System.Globalization;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Replication;

namespace FinancialFirewall.Host.Following;

/// <summary>Shows what rewinds put aside, in numbers or payment by payment.</summary>
internal static class AsideListing
{
    /// <summary>Shows it.</summary>
    /// <exception cref="CommandFailedException">There is no such directory, the key is refused, or something is damaged.</exception>
    public static async Task<ExitCode> RunAsync(string dataDirectory, IMasterKeySource masterKey, bool withPayments, CancellationToken interrupted)
    {
        if (!Directory.Exists(dataDirectory))
        {
            throw new CommandFailedException(ExitCode.Usage, $"There is no data directory '{dataDirectory}'.");
        }

        using var disk = new FileSystemDisk(dataDirectory);
        var aside = new AsideJournal(disk, masterKey);
        var tails = await aside.ListAsync();
        await using var payments = withPayments ? new AsidePayments(Console.OpenStandardOutput()) : null;
        foreach (var tail in tails)
        {
            var line = tail.Commit is null ? Whole(dataDirectory, tail) : await ReadAsync(aside, tail, payments, interrupted);
            await (withPayments ? Console.Error : Console.Out).WriteLineAsync(line);
        }

        if (tails.Count == 0)
        {
            await Console.Error.WriteLineAsync("Nothing was put aside.");
        }

        return ExitCode.Done;
    }

    private static string Whole(string dataDirectory, AsideTail tail)
        => $"{tail.Path}: a whole data directory; look at it with 'firewall verify' or 'firewall run --data {ShellText.Quote(Path.Combine(dataDirectory, tail.Path))}'.";

    private static async Task<string> ReadAsync(AsideJournal aside, AsideTail tail, AsidePayments? payments, CancellationToken interrupted)
    {
        var (count, others, first, last) = (0L, 0L, default(Instant), default(Instant));
        var read = await aside.ReadAsync(
            tail,
            record =>
            {
                var header = new RecordHeader(record.Bytes.Span);
                if (header.Kind != RecordKind.Assessment)
                {
                    others++;
                    return ValueTask.CompletedTask;
                }

                first = count == 0 || header.At < first ? header.At : first;
                last = count == 0 || header.At > last ? header.At : last;
                count++;
                return payments?.WriteAsync(tail, record) ?? ValueTask.CompletedTask;
            },
            interrupted);
        if (!read.IsSuccess)
        {
            throw CommandFailedException.Because(StorageExitCode.Of(read.Errors[0]), read.Errors);
        }

        var when = count == 0 ? "" : $", {first} to {last}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{tail.Path}: term {tail.Term}, behind commit {tail.Commit:N0}: {count:N0} payments{when}, {others:N0} other records.");
    }
}
