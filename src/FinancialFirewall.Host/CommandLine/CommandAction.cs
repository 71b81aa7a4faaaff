using System.CommandLine;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Host.CommandLine;

/// <summary>Runs a command's work and turns every way it can end into an exit code and a message.</summary>
internal static class CommandAction
{
    /// <summary>Gives a command its work.</summary>
    public static Command WithAction(this Command command, Func<ParseResult, CancellationToken, Task<ExitCode>> work)
    {
        command.SetAction(async (parsed, _) =>
        {
            using var interruption = new Interruption();
            return (int)await RunAsync(work, parsed, interruption.Token);
        });
        return command;
    }

    private static async Task<ExitCode> RunAsync(
        Func<ParseResult, CancellationToken, Task<ExitCode>> work, ParseResult parsed, CancellationToken interrupted)
    {
        try
        {
            return await work(parsed, interrupted);
        }
        catch (CommandFailedException failed)
        {
            return await EndAsync(failed.Code, failed.Messages);
        }
        catch (StorageDamageException damaged)
        {
            return await EndAsync(ExitCode.StorageDamaged, [damaged.Message]);
        }
        catch (JournalFailedException failed)
        {
            return await EndAsync(ExitCode.JournalFailed, [failed.Message]);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return await EndAsync(ExitCode.Interrupted, ["Interrupted."]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return await EndAsync(ExitCode.Usage, [exception.Message]);
        }
        catch (Exception exception)
        {
            return await EndAsync(ExitCode.InternalError, ["This is a bug:", exception.ToString()]);
        }
    }

    private static async Task<ExitCode> EndAsync(ExitCode code, IReadOnlyList<string> messages)
    {
        foreach (var message in messages)
        {
            await Console.Error.WriteLineAsync($"firewall: {message}");
        }

        return code;
    }
}
