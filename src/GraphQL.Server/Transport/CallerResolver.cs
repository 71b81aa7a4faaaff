using Microsoft.AspNetCore.Http;

namespace GraphQL.Server.Transport;

/// <summary>Says who is calling.</summary>
/// <param name="context">The HTTP request, also of a WebSocket.</param>
/// <param name="connectionInit">The payload with which a WebSocket introduces itself; null elsewhere.</param>
/// <returns>The caller, or why somebody may not call at all.</returns>
public delegate ValueTask<CallerOutcome> CallerResolver(HttpContext context, System.Text.Json.JsonElement? connectionInit);
