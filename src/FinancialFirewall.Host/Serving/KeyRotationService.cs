using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Hosting;
using FinancialFirewall.Host.Keys;
using FinancialFirewall.Host.Mailboxes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FinancialFirewall.Host.Serving;

/// <summary>Replaces keys while the firewall serves, when the command line asks for it.</summary>
internal sealed partial class KeyRotationService(FirewallStatus status, ServerOptions options, TimeProvider time, ILogger<KeyRotationService> logger)
    : BackgroundService
{
    private readonly Mailbox mailbox = new(options.DataDirectory, KeyRotationRequest.MailboxName, time);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Mailbox.Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (status.IsRecovered && await mailbox.TakeAsync(stoppingToken) is { } asked && KeyRotationRequest.TryParse(asked.Text, out var request))
                {
                    await mailbox.AnswerAsync(asked, await ServeAsync(request, stoppingToken), stoppingToken);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                LogFailure(logger, exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Keys were replaced: {Outcome}")]
    private static partial void LogRotation(ILogger logger, string outcome);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request to replace keys was refused: {Reason}")]
    private static partial void LogRefusal(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Keys could not be replaced; the next attempt or start finishes what was begun.")]
    private static partial void LogFailure(ILogger logger, Exception exception);

    private async Task<Result<string>> ServeAsync(KeyRotationRequest request, CancellationToken cancellationToken)
    {
        Result<string> outcome;
        try
        {
            outcome = await KeyRotation.RunAsync(status.Keys, request, cancellationToken);
        }
        catch (IOException exception)
        {
            LogFailure(logger, exception);
            outcome = new Error(ErrorKind.Unavailable, "KEYS_NOT_WRITTEN", "keys", "", $"The keys could not be written: {exception.Message}");
        }

        if (outcome.IsSuccess)
        {
            LogRotation(logger, outcome.Value);
        }
        else
        {
            LogRefusal(logger, outcome.Errors[0].Message);
        }

        return outcome;
    }
}
