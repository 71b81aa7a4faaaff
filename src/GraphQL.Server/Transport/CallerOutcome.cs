using GraphQL.Server.Errors;
using GraphQL.Server.Requests;
using Microsoft.AspNetCore.Http;

namespace GraphQL.Server.Transport;

/// <summary>Who is calling, or why that somebody may not.</summary>
public sealed record CallerOutcome
{
    private CallerOutcome(Caller? caller, int status, GraphQLError? refusal) => (Caller, Status, Refusal) = (caller, status, refusal);

    /// <summary>The caller; null where there is a refusal.</summary>
    public Caller? Caller { get; }

    /// <summary>The HTTP status of a refusal.</summary>
    public int Status { get; }

    /// <summary>Why nobody is let in; null where somebody is.</summary>
    public GraphQLError? Refusal { get; }

    /// <summary>Lets somebody in.</summary>
    public static CallerOutcome Of(Caller caller) => new(caller, StatusCodes.Status200OK, null);

    /// <summary>Lets nobody in.</summary>
    /// <param name="refusal">Why not, for clients.</param>
    /// <param name="status">401 for somebody who is not known, 403 for somebody who is.</param>
    public static CallerOutcome Refused(GraphQLError refusal, int status = StatusCodes.Status401Unauthorized) => new(null, status, refusal);
}
