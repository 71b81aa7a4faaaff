namespace Orleans.Runtime;

/// <summary>Decides which requests may run beside those that run already. Used only in the activation's own turns.</summary>
internal sealed class Admission(bool isReentrant)
{
    private readonly Dictionary<CallChain, int> chains = [];
    private int running;
    private int readOnly;
    private int exclusive;

    public int Running => Volatile.Read(ref running);

    public bool MayStart(Request request)
    {
        if (running == 0 || isReentrant || request.AlwaysInterleaves)
        {
            return true;
        }

        if (exclusive == 0 && (readOnly == 0 || request.IsReadOnly))
        {
            return true;
        }

        return request.Chain is { } chain && chains.ContainsKey(chain);
    }

    public void Enter(Request request) => Count(request, 1);

    public void Leave(Request request) => Count(request, -1);

    public void EnterChain(CallChain chain) => chains[chain] = chains.GetValueOrDefault(chain) + 1;

    public void LeaveChain(CallChain chain)
    {
        var left = chains.GetValueOrDefault(chain) - 1;
        if (left > 0)
        {
            chains[chain] = left;
        }
        else
        {
            chains.Remove(chain);
        }
    }

    private void Count(Request request, int change)
    {
        Volatile.Write(ref running, running + change);
        if (request.AlwaysInterleaves)
        {
            return;
        }

        if (request.IsReadOnly)
        {
            readOnly += change;
        }
        else
        {
            exclusive += change;
        }
    }
}
