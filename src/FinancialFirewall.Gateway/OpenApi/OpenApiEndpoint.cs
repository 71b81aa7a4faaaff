using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.OpenApi;

/// <summary>Answers with the OpenAPI document of this gateway. It is made once, when somebody asks first: by then everything is mapped.</summary>
internal sealed class OpenApiEndpoint(EndpointDataSource endpoints)
{
    private readonly Lazy<OpenApiDocument> document = new(() => OpenApiDocument.Of(Contract.Read(), new EndpointTable(endpoints.Endpoints)));

    public static Task HandleAsync(HttpContext context, OpenApiEndpoint endpoint) => endpoint.AnswerAsync(context);

    private async Task AnswerAsync(HttpContext context)
    {
        var made = document.Value;
        var tag = $"\"{made.Tag}\"";
        var response = context.Response;
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        if (context.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag, StringComparer.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = ContentTypes.Json;
        response.ContentLength = made.Json.Length;
        await response.Body.WriteAsync(made.Json, context.RequestAborted);
    }
}
