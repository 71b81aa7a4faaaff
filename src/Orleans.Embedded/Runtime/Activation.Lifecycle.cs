using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

/// <content>How an activation begins and ends.</content>
internal sealed partial class Activation
{
    private readonly Lock lifecycle = new();
    private ActivationState state;
    private volatile Exception? activationFailure;
    private volatile bool isEnding;
    private DeactivationReason endReason;
    private CancellationToken endHurry;
    private long keptUntil = long.MinValue;

    /// <summary>Whether it can take requests now or soon, rather than hand them on.</summary>
    public bool IsEnding => isEnding;

    private bool IsTakingRequests => state == ActivationState.Valid && !isEnding;

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        lock (lifecycle)
        {
            if (isEnding)
            {
                return;
            }

            endReason = deactivationReason;
            endHurry = cancellationToken;
            isEnding = true;
        }

        Scheduler.Enqueue(DeactivateWhenFree);
    }

    public void DelayDeactivation(TimeSpan time)
        => Volatile.Write(ref keptUntil, time <= TimeSpan.Zero ? long.MinValue : Silo.Clock.After(time));

    /// <summary>Ends the activation if it had no requests for as long as its class allows; looked at in a turn of its own.</summary>
    public void DeactivateIfIdle() => Scheduler.Enqueue(() =>
    {
        if (IsIdle() && state == ActivationState.Valid && InFlight.Count == 0)
        {
            Deactivate(new DeactivationReason(DeactivationReasonCode.ActivationIdle, $"No request came for {GrainClass.CollectionAge}."));
        }
    });

    public bool IsIdle()
        => InFlight.Count == 0
            && Silo.Time.GetElapsedTime(Volatile.Read(ref lastUse)) >= GrainClass.CollectionAge
            && Silo.Time.GetTimestamp() >= Volatile.Read(ref keptUntil);

    private async Task ActivateAsync()
    {
        state = ActivationState.Activating;
        try
        {
            using var limit = new CancellationTokenSource(Silo.Collection.ActivationTimeout, Silo.Time);
            scope = Silo.Services.CreateAsyncScope();
            GrainInstance = GrainClass.CreateInstance(this);
            foreach (var step in beforeActivate)
            {
                await step();
            }

            if (GrainInstance is IGrainBase grain)
            {
                await grain.OnActivateAsync(limit.Token).WaitAsync(limit.Token);
            }
        }
        catch (Exception exception)
        {
            Silo.Log.LogError(exception, "Grain {GrainId} could not be activated.", GrainId);
            activationFailure = exception;
            await EndAsync();
            return;
        }

        state = ActivationState.Valid;
        Volatile.Write(ref lastUse, Silo.Time.GetTimestamp());
        mayHaveAdmissible = true;
        DeactivateWhenFree();
    }

    private void DeactivateWhenFree()
    {
        if (isEnding && state == ActivationState.Valid && Admission.Running == 0)
        {
            state = ActivationState.Deactivating;
            _ = DeactivateAsync();
        }
        else if (isEnding && state == ActivationState.Created && Interlocked.Exchange(ref isStarted, 1) == 0)
        {
            _ = EndAsync();
        }
    }

    private async Task DeactivateAsync()
    {
        RequestContext.Clear();
        Timers.StopAll();
        try
        {
            if (GrainInstance is IGrainBase grain)
            {
                using var limit = new CancellationTokenSource(Silo.Collection.DeactivationTimeout, Silo.Time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, endHurry);
                await grain.OnDeactivateAsync(endReason, either.Token).WaitAsync(either.Token);
            }
        }
        catch (Exception exception)
        {
            Silo.Log.LogError(exception, "Grain {GrainId} failed in OnDeactivateAsync; it ends all the same.", GrainId);
        }

        await EndAsync();
    }

    private async Task EndAsync()
    {
        Timers.StopAll();
        try
        {
            await DisposeInstanceAsync();
        }
        catch (Exception exception)
        {
            Silo.Log.LogError(exception, "Grain {GrainId} failed while it was disposed.", GrainId);
        }

        Silo.Directory.Remove(this);
        state = ActivationState.Invalid;
        while (waiting.Take() is { } request)
        {
            Dismiss(request);
        }

        deactivated.TrySetResult();
    }

    private async ValueTask DisposeInstanceAsync()
    {
        switch (GrainInstance)
        {
            case IAsyncDisposable disposable:
                await disposable.DisposeAsync();
                break;
            case IDisposable disposable:
                disposable.Dispose();
                break;
        }

        if (scope is { } services)
        {
            scope = null;
            await services.DisposeAsync();
        }
    }
}
