namespace GraphQL.Server.Transport;

/// <summary>Counts the connections that stay open, by key, so that one key cannot take all.</summary>
/// <param name="max">The most a key.</param>
public sealed class ConnectionCounter(int max)
{
    private readonly Dictionary<string, int> open = new(StringComparer.Ordinal);

    /// <summary>Takes one, if one is left.</summary>
    public bool TryEnter(string key)
    {
        lock (open)
        {
            var count = open.GetValueOrDefault(key);
            if (count >= max)
            {
                return false;
            }

            open[key] = count + 1;
            return true;
        }
    }

    /// <summary>Gives one back.</summary>
    public void Leave(string key)
    {
        lock (open)
        {
            if (--open[key] == 0)
            {
                open.Remove(key);
            }
        }
    }

    /// <summary>How many a key has.</summary>
    public int Count(string key)
    {
        lock (open)
        {
            return open.GetValueOrDefault(key);
        }
    }
}
