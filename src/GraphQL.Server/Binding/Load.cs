namespace GraphQL.Server.Binding;

/// <summary>The keys that one request asks a loader for. Each is fetched once a request.</summary>
internal sealed class Load<TKey, TValue>(Loader<TKey, TValue> loader, RequestContext request) : ILoad
    where TKey : notnull
{
    private readonly Dictionary<TKey, TaskCompletionSource<TValue?>> answers = [];
    private List<TKey> asked = [];

    /// <summary>Asks for a value.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="isNew">Whether it has to be fetched.</param>
    public Task<TValue?> Ask(TKey key, out bool isNew)
    {
        isNew = !answers.TryGetValue(key, out var answer);
        if (isNew)
        {
            answers[key] = answer = new TaskCompletionSource<TValue?>();
            asked.Add(key);
        }

        return answer!.Task;
    }

    public async Task FetchAsync()
    {
        var keys = asked;
        asked = [];
        foreach (var part in keys.Chunk(loader.MaxKeys))
        {
            try
            {
                var values = await loader.FetchAsync(part, request);
                foreach (var key in part)
                {
                    answers[key].SetResult(values.TryGetValue(key, out var value) ? value : default);
                }
            }
            catch (Exception failure)
            {
                Array.ForEach(part, key => answers[key].TrySetException(failure));
            }
        }
    }
}
