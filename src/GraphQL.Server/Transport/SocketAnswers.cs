using System.Buffers;
using System.Text.Json;
using GraphQL.Server.Errors;
using GraphQL.Server.Execution;

namespace GraphQL.Server.Transport;

/// <summary>The messages of <c>graphql-transport-ws</c> that the server sends.</summary>
internal static class SocketAnswers
{
    public static byte[] Acknowledged { get; } = Write("connection_ack");

    public static byte[] Pong { get; } = Write("pong");

    public static byte[] Next(string id, ExecutionResult result) => Write("next", id, writer => ExecutionResultWriter.Write(result, writer));

    public static byte[] Errors(string id, IReadOnlyList<GraphQLError> errors) => Write("error", id, writer => ExecutionResultWriter.WriteErrors(errors, writer));

    public static byte[] Complete(string id) => Write("complete", id);

    private static byte[] Write(string type, string? id = null, Action<Utf8JsonWriter>? payload = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, ExecutionResultWriter.Options))
        {
            writer.WriteStartObject();
            if (id is not null)
            {
                writer.WriteString("id"u8, id);
            }

            writer.WriteString("type"u8, type);
            if (payload is not null)
            {
                writer.WritePropertyName("payload"u8);
                payload(writer);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
