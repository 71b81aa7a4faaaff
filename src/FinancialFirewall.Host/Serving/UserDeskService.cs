using FinancialFirewall.Grains.Hosting;
using FinancialFirewall.Host.Mailboxes;
using FinancialFirewall.Host.Users;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FinancialFirewall.Host.Serving;

/// <summary>Does for people, while the firewall serves, what the command line asks for.</summary>
internal sealed partial class UserDeskService(FirewallStatus status, IServiceProvider services, ServerOptions options, TimeProvider time, ILogger<UserDeskService> logger)
    : BackgroundService
{
    private readonly Mailbox mailbox = new(options.DataDirectory, UserDeskRequest.MailboxName, time);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Mailbox.Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (status.IsRecovered && await mailbox.TakeAsync(stoppingToken) is { } asked && UserDeskRequest.TryParse(asked.Text, out var request))
                {
                    var done = await services.GetRequiredService<UserDesk>().RunAsync(request);
                    LogDone(request.Act, request.Tenant.Name, done.IsSuccess ? "done" : done.Errors[0].Message);
                    await mailbox.AnswerAsync(asked, done, stoppingToken);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                LogFailure(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The command line asked for '{Act}' of tenant '{Tenant}': {Outcome}")]
    private partial void LogDone(string act, string tenant, string outcome);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request of the command line could not be read or answered.")]
    private partial void LogFailure(Exception exception);
}
