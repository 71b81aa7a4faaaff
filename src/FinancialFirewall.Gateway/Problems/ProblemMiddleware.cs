using FinancialFirewall.Domain.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FinancialFirewall.Gateway.Problems;

/// <summary>Answers with problem details whatever no endpoint answered: unknown addresses, wrong methods, broken requests, and bugs.</summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            if (context.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or IOException)
            {
                return;
            }

            await AnswerAsync(context, exception);
            return;
        }

        await AnswerBareStatusAsync(context);
    }

    private static Task AnswerBareStatusAsync(HttpContext context)
    {
        var response = context.Response;
        if (response.HasStarted || response.ContentType is not null || response.ContentLength is not null)
        {
            return Task.CompletedTask;
        }

        return response.StatusCode switch
        {
            StatusCodes.Status404NotFound => ProblemWriter.WriteAsync(context, RequestErrors.RouteUnknown(context.Request.Path.Value ?? "")),
            StatusCodes.Status405MethodNotAllowed => ProblemWriter.WriteAsync(
                context,
                StatusCodes.Status405MethodNotAllowed,
                [RequestErrors.MethodNotAllowed(context.Request.Method, response.Headers.Allow.ToString())]),
            _ => Task.CompletedTask,
        };
    }

    private Task AnswerAsync(HttpContext context, Exception exception)
    {
        context.Response.Clear();
        if (exception is BadHttpRequestException broken)
        {
            var error = broken.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? new Error(ErrorKind.TooLarge, "BODY_TOO_LARGE", "", "", broken.Message)
                : RequestErrors.BodyUnreadable(broken.Message);
            return ProblemWriter.WriteAsync(context, broken.StatusCode, [error]);
        }

        LogFailed(exception, context.Request.Method, context.Request.Path);
        return exception is TimeoutException or OperationCanceledException
            ? ProblemWriter.WriteAsync(context, RequestErrors.Unavailable)
            : ProblemWriter.WriteAsync(context, StatusCodes.Status500InternalServerError, [RequestErrors.Internal]);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed.")]
    private partial void LogFailed(Exception exception, string method, string path);
}
