using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Orleans.Runtime;

/// <summary>The runtime of one process: what all activations share, and how it starts and stops.</summary>
internal sealed class Silo : IDisposable
{
    private const int MaximumStopRounds = 1_000;

    private readonly ResponseDeadlines deadlines;
    private readonly ReminderService? reminders;
    private volatile bool isAccepting;
    private volatile bool isKilled;

    public Silo(IServiceProvider services, SiloScheduling scheduling, TimeProvider time, GrainClasses classes, ILogger<Silo> log)
    {
        Services = services;
        Scheduling = scheduling;
        Time = time;
        Log = log;
        Clock = new SiloClock(time);
        Collection = services.GetRequiredService<IOptions<GrainCollectionOptions>>().Value;
        Messaging = services.GetRequiredService<IOptions<SiloMessagingOptions>>().Value;
        Catalog = new GrainCatalog(classes.All(), Collection, Messaging);
        Directory = new GrainDirectory(this);
        Observers = new ObserverRegistry(this);
        GrainFactory = new GrainFactory(this);
        IncomingFilters = [.. services.GetServices<IIncomingGrainCallFilter>()];
        OutgoingFilters = [.. services.GetServices<IOutgoingGrainCallFilter>()];
        deadlines = new ResponseDeadlines(this);
        Collector = new IdleCollector(this);
        if (services.GetService<IReminderTable>() is { } table)
        {
            reminders = new ReminderService(this, table, services.GetRequiredService<IOptions<ReminderOptions>>().Value);
        }
    }

    public IServiceProvider Services { get; }

    public SiloScheduling Scheduling { get; }

    public TimeProvider Time { get; }

    public ILogger Log { get; }

    public SiloClock Clock { get; }

    public GrainCollectionOptions Collection { get; }

    public SiloMessagingOptions Messaging { get; }

    public GrainCatalog Catalog { get; }

    public GrainDirectory Directory { get; }

    public ObserverRegistry Observers { get; }

    public GrainFactory GrainFactory { get; }

    public IdleCollector Collector { get; }

    public IIncomingGrainCallFilter[] IncomingFilters { get; }

    public IOutgoingGrainCallFilter[] OutgoingFilters { get; }

    public bool IsKilled => isKilled;

    public ReminderService Reminders => reminders ?? throw new InvalidOperationException(
        "No reminder service was added: UseInMemoryReminderService or UseGrainStorageReminderService adds one.");

    public async Task StartAsync()
    {
        isAccepting = true;
        if (reminders is not null)
        {
            await reminders.StartAsync();
        }
    }

    /// <summary>Takes no more calls from outside, lets those that came end, and ends all activations.</summary>
    /// <param name="hurry">Gives up waiting for requests, and hurries <c>OnDeactivateAsync</c>.</param>
    public async Task StopAsync(CancellationToken hurry)
    {
        if (isKilled)
        {
            return;
        }

        isAccepting = false;
        reminders?.Stop();
        for (var round = 0; round < MaximumStopRounds && !hurry.IsCancellationRequested; round++)
        {
            var busy = Directory.Activations().Where(activation => activation.InFlight.Count > 0).ToArray();
            if (busy.Length == 0)
            {
                break;
            }

            await Wait(busy.Select(activation => activation.InFlight.WhenEmpty()), hurry);
        }

        for (var round = 0; round < MaximumStopRounds && Directory.Activations() is { Count: > 0 } left; round++)
        {
            left.ForEach(activation => activation.Deactivate(
                new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The process is stopping."), hurry));
            await Wait(left.Select(activation => activation.Deactivated), hurry);
            if (hurry.IsCancellationRequested)
            {
                break;
            }
        }

        Kill();
    }

    /// <summary>Ends everything where it is, as if the process had died: no code of a grain runs any more.</summary>
    public void Kill()
    {
        if (isKilled)
        {
            return;
        }

        isAccepting = false;
        isKilled = true;
        reminders?.Stop();
        deadlines.Dispose();
        Collector.Dispose();
        foreach (var activation in Directory.Activations())
        {
            activation.Timers.StopAll();
            activation.InFlight.ToList().ForEach(request => request.Fail(new SiloUnavailableException("The grain runtime has ended.")));
        }
    }

    public Task<TResult> Send<TResult>(CallRequest<TResult> request)
    {
        if (isKilled || (!isAccepting && request.Source is null))
        {
            return Task.FromException<TResult>(new SiloUnavailableException());
        }

        var token = request.TakeCallersToken();
        if (token.IsCancellationRequested)
        {
            return Task.FromCanceled<TResult>(token);
        }

        request.Deadline = Clock.After(request.Method.ResponseTimeout);
        Directory.Dispatch(request.TargetId, request);
        if (request.Method.IsOneWay)
        {
            return OneWay<TResult>.Sent;
        }

        request.WatchCaller(token);
        deadlines.Watch(request.Deadline);
        return request.Task;
    }

    public void Dispose() => Kill();

    private static async Task Wait(IEnumerable<Task> tasks, CancellationToken hurry)
        => await Task.WhenAll(tasks).WaitAsync(hurry).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
}
