using FinancialFirewall.Domain.Results;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Mailboxes;

/// <summary>
/// How the command line asks the firewall that has a data directory open for something: a request as a file in the directory, and the answer as another. Only
/// who may write there can ask. Neither file holds a secret.
/// </summary>
/// <param name="dataDirectory">The data directory.</param>
/// <param name="name">What the files are called, with the directory inside the data directory that they are in.</param>
/// <param name="time">Measures the patience of who asks.</param>
internal sealed class Mailbox(string dataDirectory, string name, TimeProvider time)
{
    /// <summary>How often both sides look.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private const int MaximumBytes = 64 * 1024 * 1024;
    private const string Done = "done";
    private const string Refused = "refused";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string requestFile = Path.Combine(dataDirectory, name + ".request");
    private readonly string answerFile = Path.Combine(dataDirectory, name + ".answer");

    /// <summary>Whether a request waits to be taken.</summary>
    public bool HasRequest => File.Exists(requestFile);

    /// <summary>Asks and waits for the answer.</summary>
    /// <returns>The answer in words.</returns>
    /// <exception cref="CommandFailedException">It was refused, or nobody answered in time.</exception>
    public async Task<string> AskAsync(MailboxRequest request, string owner, CancellationToken cancellationToken)
    {
        await WriteAsync(requestFile, request.ToText(), cancellationToken);
        var asked = time.GetTimestamp();
        while (time.GetElapsedTime(asked) < Patience)
        {
            await Task.Delay(Interval, time, cancellationToken);
            var answer = await ReadAsync(answerFile, cancellationToken);
            if (answer?.Split('\n', 3) is [var id, var outcome, var words] && string.Equals(id, request.Id, StringComparison.Ordinal))
            {
                File.Delete(answerFile);
                return outcome is Done ? words : throw new CommandFailedException(ExitCode.InputRefused, words);
            }
        }

        File.Delete(requestFile);
        throw new CommandFailedException(ExitCode.InUse, $"The directory is in use by {owner}, which did not answer within {Patience.TotalSeconds} s. Nothing was done, or its log says what.");
    }

    /// <summary>Takes the request that waits; null where there is none that can be read.</summary>
    public async Task<MailboxRequest?> TakeAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(requestFile, cancellationToken) is not { } text)
        {
            return null;
        }

        File.Delete(requestFile);
        return MailboxRequest.TryParse(text);
    }

    /// <summary>Answers a request.</summary>
    public Task AnswerAsync(MailboxRequest request, Result<string> outcome, CancellationToken cancellationToken) => WriteAsync(
        answerFile,
        outcome.IsSuccess ? $"{request.Id}\n{Done}\n{outcome.Value}" : $"{request.Id}\n{Refused}\n{ErrorText.Of(outcome.Errors[0])}",
        cancellationToken);

    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        var unfinished = path + ".tmp";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var file = new FileStream(unfinished, options))
        {
            await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), cancellationToken);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    private static async Task<string?> ReadAsync(string path, CancellationToken cancellationToken)
        => File.Exists(path) && new FileInfo(path).Length <= MaximumBytes ? await File.ReadAllTextAsync(path, cancellationToken) : null;
}
