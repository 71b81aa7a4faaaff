namespace Orleans.Runtime;

/// <summary>The requests of one activation that were not admitted yet, oldest first. Used only in the activation's own turns.</summary>
internal sealed class WaitingRequests
{
    private Request? first;
    private Request? last;

    public bool IsEmpty => first is null;

    public void Add(Request request)
    {
        if (last is null)
        {
            first = request;
        }
        else
        {
            last.NextWaiting = request;
        }

        last = request;
    }

    /// <summary>Takes the oldest request that <paramref name="admission"/> lets start.</summary>
    public Request? TakeAdmissible(Admission admission)
    {
        Request? before = null;
        for (var request = first; request is not null; before = request, request = request.NextWaiting)
        {
            if (admission.MayStart(request))
            {
                Unlink(before, request);
                return request;
            }
        }

        return null;
    }

    /// <summary>Takes the oldest request.</summary>
    public Request? Take()
    {
        var request = first;
        if (request is not null)
        {
            Unlink(null, request);
        }

        return request;
    }

    private void Unlink(Request? before, Request request)
    {
        if (before is null)
        {
            first = request.NextWaiting;
        }
        else
        {
            before.NextWaiting = request.NextWaiting;
        }

        if (ReferenceEquals(last, request))
        {
            last = before;
        }

        request.NextWaiting = null;
    }
}
