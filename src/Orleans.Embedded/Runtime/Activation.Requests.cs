using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Orleans.Runtime;

/// <content>How requests come, wait, run and end. All but <see cref="Receive"/> happens in the activation's own turns.</content>
internal sealed partial class Activation
{
    private readonly WaitingRequests waiting = new();
    private int isStarted;
    private long lastUse;
    private bool mayHaveAdmissible;

    /// <summary>Whether a request may be admissible that was not looked at since something changed.</summary>
    public bool MayHaveAdmissible => mayHaveAdmissible;

    public void Receive(Request request)
    {
        var limit = GrainClass.RequestLimit;
        if (!InFlight.TryAdd(request, limit == 0 ? 0 : limit + Admission.Running))
        {
            Silo.Log.LogWarning("Grain {GrainId} refuses a request: {Limit} wait already.", GrainId, limit);
            request.Fail(new LimitExceededException("MaxEnqueuedRequestsHardLimit", InFlight.Count - Admission.Running, limit, GrainId));
            return;
        }

        request.SentTo(this);
        if (Volatile.Read(ref isStarted) == 0 && Interlocked.Exchange(ref isStarted, 1) == 0)
        {
            Scheduler.Enqueue(() => _ = ActivateAsync());
        }

        Scheduler.Enqueue(request);
    }

    /// <summary>Starts a request that just came, or lets it wait.</summary>
    public void Admit(Request request)
    {
        if (state == ActivationState.Invalid)
        {
            Dismiss(request);
        }
        else if (IsTakingRequests && Admission.MayStart(request))
        {
            Start(request);
        }
        else
        {
            waiting.Add(request);
        }
    }

    /// <summary>Takes a request that waited and may run now.</summary>
    public Request? TakeAdmissible()
    {
        if (!mayHaveAdmissible)
        {
            return null;
        }

        while (IsTakingRequests && waiting.TakeAdmissible(Admission) is { } request)
        {
            if (!Skip(request))
            {
                Admission.Enter(request);
                return request;
            }
        }

        mayHaveAdmissible = false;
        return null;
    }

    /// <summary>Ends a request: answers it, and lets others start.</summary>
    public void Complete(Request request, Task task)
    {
        Admission.Leave(request);
        InFlight.Remove(request);
        if (request.KeepsActive)
        {
            Volatile.Write(ref lastUse, Silo.Time.GetTimestamp());
        }

        if (task.Exception?.InnerException is InconsistentStateException inconsistent && ReferenceEquals(inconsistent.Activation, this))
        {
            // It ends this activation only, not those of the callers that it passes through.
            inconsistent.Activation = null;
            Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationError, inconsistent, "Its state in the store was changed by someone else."));
        }

        request.Answer(task);
        mayHaveAdmissible = true;
        DeactivateWhenFree();
    }

    private void Start(Request request)
    {
        if (!Skip(request))
        {
            Admission.Enter(request);
            Scheduler.Run(request);
        }
    }

    /// <summary>Drops a request that nobody waits for any more.</summary>
    private bool Skip(Request request)
    {
        if (!request.IsAnswered)
        {
            return false;
        }

        InFlight.Remove(request);
        return true;
    }

    /// <summary>Hands a request to the activation's successor, or fails it with what failed the activation.</summary>
    private void Dismiss(Request request)
    {
        InFlight.Remove(request);
        if (activationFailure is not null)
        {
            request.Fail(activationFailure);
        }
        else if (request.CanMove && !request.IsAnswered)
        {
            Silo.Directory.Dispatch(GrainId, request);
        }
    }
}
