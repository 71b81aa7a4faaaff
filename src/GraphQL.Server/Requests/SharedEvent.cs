namespace GraphQL.Server.Requests;

/// <summary>An event of a subscription that others may hear of as well.</summary>
/// <param name="Share">The event.</param>
/// <param name="Audience">For whom it is. What is answered to one audience is given to every equal one, and to no other.</param>
public sealed record SharedEvent(EventShare Share, object Audience);
