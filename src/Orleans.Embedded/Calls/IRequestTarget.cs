namespace Orleans.Runtime;

/// <summary>What takes the requests of one grain.</summary>
internal interface IRequestTarget
{
    /// <summary>Takes a request; answers it sooner or later.</summary>
    void Receive(Request request);
}
