using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FinancialFirewall.Domain.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace FinancialFirewall.Gateway.Problems;

/// <summary>Turns refusals into RFC 9457 problem details, whose <c>errors</c> name each member, its value, a stable code and what would be right.</summary>
internal static class ProblemWriter
{
    /// <summary>The media type of RFC 9457.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>How every line is written.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers a request with its refusals; the status is that of the leading one.</summary>
    public static Task WriteAsync(HttpContext context, IReadOnlyList<Error> errors)
        => WriteAsync(context, ProblemStatus.Of(errors), errors);

    /// <summary>Answers a request with one refusal.</summary>
    public static Task WriteAsync(HttpContext context, Error error) => WriteAsync(context, [error]);

    /// <summary>Answers a request with a status that says more than its refusals' kinds do.</summary>
    public static async Task WriteAsync(HttpContext context, int status, IReadOnlyList<Error> errors)
    {
        var body = new ArrayBufferWriter<byte>(512);
        Write(body, status, context.Request.Path.Value ?? "", errors);

        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = ContentType;
        response.ContentLength = body.WrittenCount;
        if (status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        if (status == StatusCodes.Status503ServiceUnavailable && response.Headers.RetryAfter.Count == 0)
        {
            response.Headers.RetryAfter = "1";
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.BodyWriter.WriteAsync(body.WrittenMemory, context.RequestAborted);
        }
    }

    /// <summary>One line of a batch's answer: <c>{"line":7,"transactionReference":"…","status":400,"title":"…","errors":[…]}</c>.</summary>
    public static void WriteLine(IBufferWriter<byte> output, long line, ReadOnlySpan<byte> reference, IReadOnlyList<Error> errors)
    {
        using var writer = new Utf8JsonWriter(output, Options);
        writer.WriteStartObject();
        WriteLineMembers(writer, line, reference, errors);
        writer.WriteEndObject();
    }

    /// <summary>The members of such a line, into the object that is open.</summary>
    public static void WriteLineMembers(Utf8JsonWriter writer, long line, ReadOnlySpan<byte> reference, IReadOnlyList<Error> errors)
    {
        var status = ProblemStatus.Of(errors);
        writer.WriteNumber(ProblemMembers.Line, line);
        if (!reference.IsEmpty)
        {
            writer.WriteString(ProblemMembers.TransactionReference, reference);
        }

        writer.WriteNumber(ProblemMembers.Status, status);
        writer.WriteString(ProblemMembers.Title, ReasonPhrases.GetReasonPhrase(status));
        WriteErrors(writer, errors);
    }

    private static void Write(IBufferWriter<byte> output, int status, string instance, IReadOnlyList<Error> errors)
    {
        using var writer = new Utf8JsonWriter(output, Options);
        writer.WriteStartObject();
        writer.WriteString(ProblemMembers.Type, "about:blank");
        writer.WriteString(ProblemMembers.Title, ReasonPhrases.GetReasonPhrase(status));
        writer.WriteNumber(ProblemMembers.Status, status);
        writer.WriteString(ProblemMembers.Detail, ProblemStatus.Leading(errors).Message);
        writer.WriteString(ProblemMembers.Instance, instance);
        WriteErrors(writer, errors);
        writer.WriteEndObject();
    }

    /// <summary>The member <c>errors</c>, into the object that is open.</summary>
    public static void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<Error> errors)
    {
        writer.WriteStartArray(ProblemMembers.Errors);
        foreach (var error in errors)
        {
            writer.WriteStartObject();
            writer.WriteString(ProblemMembers.Member, error.Member);
            writer.WriteString(ProblemMembers.Value, error.Value);
            writer.WriteString(ProblemMembers.Code, error.Code);
            writer.WriteString(ProblemMembers.Message, error.Message);
            if (error.Place.Length > 0)
            {
                writer.WriteString(ProblemMembers.Place, error.Place);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
