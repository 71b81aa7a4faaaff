namespace Orleans.Runtime;

/// <summary>Values that travel with a request to whom it calls. What the callee changes does not come back.</summary>
public static class RequestContext
{
    private static readonly AsyncLocal<RequestContextData?> Local = new();

    /// <summary>The names that have a value.</summary>
    public static IEnumerable<string> Keys => Local.Value?.Values.Keys ?? [];

    /// <summary>All of it, as it travels; null for nothing.</summary>
    internal static RequestContextData? Data => Local.Value;

    internal static CallChain? Chain => Local.Value?.Chain;

    /// <summary>The value of <paramref name="key"/>, or null.</summary>
    public static object? Get(string key) => Local.Value is { } data && data.Values.TryGetValue(key, out var value) ? value : null;

    /// <summary>Gives <paramref name="key"/> a value, for the requests from here on.</summary>
    public static void Set(string key, object value)
    {
        ArgumentNullException.ThrowIfNull(key);
        var data = Local.Value ?? RequestContextData.Empty;
        Local.Value = data with { Values = data.Values.SetItem(key, value) };
    }

    /// <summary>Removes <paramref name="key"/>.</summary>
    /// <returns>Whether it had a value.</returns>
    public static bool Remove(string key)
    {
        if (Local.Value is not { } data || !data.Values.ContainsKey(key))
        {
            return false;
        }

        Local.Value = data with { Values = data.Values.Remove(key) };
        return true;
    }

    /// <summary>Removes everything.</summary>
    public static void Clear() => Local.Value = null;

    /// <summary>Lets requests that the calls made from here cause come back into this grain while its own request waits for them.</summary>
    /// <returns>What ends this when it is disposed.</returns>
    public static ReentrancySection AllowCallChainReentrancy()
    {
        var data = Local.Value ?? RequestContextData.Empty;
        var section = new ReentrancySection(data, RuntimeContext.CurrentActivation, data.Chain ?? new CallChain());
        Local.Value = data with { Chain = section.Chain };
        return section;
    }

    /// <summary>Keeps requests that the calls made from here cause from coming back into a grain that allowed it.</summary>
    /// <returns>What ends this when it is disposed.</returns>
    public static ReentrancySection SuppressCallChainReentrancy()
    {
        var data = Local.Value ?? RequestContextData.Empty;
        Local.Value = data with { Chain = null };
        return new ReentrancySection(data, null, null);
    }

    internal static void Restore(RequestContextData data) => Local.Value = data with { Values = Local.Value?.Values ?? data.Values };
}
