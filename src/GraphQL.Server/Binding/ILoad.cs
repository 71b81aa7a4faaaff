namespace GraphQL.Server.Binding;

/// <summary>The keys that one request asks a loader for.</summary>
internal interface ILoad
{
    /// <summary>Fetches what is asked for and on nobody's way yet, and hands it out.</summary>
    Task FetchAsync();
}
