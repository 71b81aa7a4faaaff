using System.Buffers;
using GraphQL.Server.Errors;
using GraphQL.Server.Execution;
using GraphQL.Server.Requests;
using Microsoft.AspNetCore.Http;

namespace GraphQL.Server.Transport;

/// <summary>GraphQL over HTTP: POST and GET, in <c>application/graphql-response+json</c> and <c>application/json</c>, and event streams for who accepts them.</summary>
internal sealed class HttpEndpoint(GraphQLEngine engine, TransportOptions options, CallerResolver callers, EventStreamEndpoint events, ConnectionCounter operations)
{
    public async Task ServeAsync(HttpContext context)
    {
        var mediaType = MediaTypes.Choose(context.Request.Headers.Accept);
        if (mediaType is null)
        {
            await RefuseAsync(context, MediaTypes.Json, StatusCodes.Status406NotAcceptable, $"Accept {MediaTypes.Response}, {MediaTypes.Json} or {MediaTypes.EventStream}.");
            return;
        }

        var outcome = await callers(context, null);
        if (outcome.Caller is not { } caller)
        {
            context.Response.Headers.WWWAuthenticate = outcome.Status == StatusCodes.Status401Unauthorized ? "Bearer" : default;
            await RefuseAsync(context, mediaType, outcome.Status, outcome.Refusal!);
            return;
        }

        var (request, status, wrong) = await ReadAsync(context.Request);
        if (wrong is not null)
        {
            await RefuseAsync(context, mediaType, status, wrong);
            return;
        }

        var prepared = engine.Prepare(request!, caller);
        if (mediaType is MediaTypes.EventStream)
        {
            await events.ServeAsync(context, prepared, caller);
            return;
        }

        if (HttpMethods.IsGet(context.Request.Method) && prepared.IsMutation)
        {
            context.Response.Headers.Allow = "POST";
            await RefuseAsync(context, mediaType, StatusCodes.Status405MethodNotAllowed, "Mutations are sent with POST.");
            return;
        }

        await ExecuteAsync(context, mediaType, prepared, caller);
    }

    private async Task ExecuteAsync(HttpContext context, string mediaType, PreparedRequest prepared, Caller caller)
    {
        if (!operations.TryEnter(caller.Key))
        {
            context.Response.Headers.RetryAfter = "1";
            await RefuseAsync(context, mediaType, StatusCodes.Status429TooManyRequests, TooManyOperations(options));
            return;
        }

        try
        {
            var result = await engine.ExecuteAsync(prepared, context.RequestAborted);
            await WriteAsync(context.Response, mediaType, StatusOf(result, prepared, mediaType), result);
        }
        finally
        {
            operations.Leave(caller.Key);
        }
    }

    /// <summary>What a client is told that has too much executed at once.</summary>
    public static GraphQLError TooManyOperations(TransportOptions options)
        => GraphQLError.Of($"{options.MaxOperationsPerKey} queries and mutations of yours are being executed, which is the most. Try again in a second.", "TOO_MANY_OPERATIONS");

    /// <summary>The older form answers every well-formed request with 200; the newer one says what came of it.</summary>
    private static int StatusOf(ExecutionResult result, PreparedRequest prepared, string mediaType)
    {
        if (result.HasData || result.Errors.Any(error => error.Extensions?.GetValueOrDefault("code") is ErrorCodes.Timeout))
        {
            return StatusCodes.Status200OK;
        }

        return mediaType is MediaTypes.Json && (prepared.HasValidDocument || result.Errors.Count > 0) ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
    }

    private static Task RefuseAsync(HttpContext context, string mediaType, int status, string message) => RefuseAsync(context, mediaType, status, GraphQLError.Of(message));

    private static Task RefuseAsync(HttpContext context, string mediaType, int status, GraphQLError refusal)
        => WriteAsync(context.Response, mediaType is MediaTypes.EventStream ? MediaTypes.Json : mediaType, status, ExecutionResult.Refused(refusal));

    private static async Task WriteAsync(HttpResponse response, string mediaType, int status, ExecutionResult result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        ExecutionResultWriter.Write(result, buffer);
        response.StatusCode = status;
        response.ContentType = $"{mediaType}; charset=utf-8";
        response.ContentLength = buffer.WrittenCount;
        await response.Body.WriteAsync(buffer.WrittenMemory, response.HttpContext.RequestAborted);
    }

    private async Task<(GraphQLRequest? Request, int Status, string? Wrong)> ReadAsync(HttpRequest http)
    {
        GraphQLRequest request;
        if (HttpMethods.IsGet(http.Method))
        {
            var wrong = RequestParameters.Read(http.Query, out request);
            return (request, StatusCodes.Status400BadRequest, wrong);
        }

        if (!HttpMethods.IsPost(http.Method))
        {
            http.HttpContext.Response.Headers.Allow = "GET, POST";
            return (null, StatusCodes.Status405MethodNotAllowed, "Ask with GET or POST.");
        }

        if (!MediaTypes.IsJson(http.ContentType))
        {
            return (null, StatusCodes.Status415UnsupportedMediaType, $"Send {MediaTypes.Json} in UTF-8.");
        }

        var (body, status, malformed) = await BoundedBody.ReadAsync(http, options.MaxBodyBytes);
        if (malformed is not null)
        {
            return (null, status, malformed);
        }

        var unreadable = RequestParameters.Read(body, out request);
        return (request, StatusCodes.Status400BadRequest, unreadable);
    }
}
