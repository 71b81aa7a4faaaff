using System.Text;

namespace GraphQL.Server.Transport;

/// <summary>Why a WebSocket is closed by the server.</summary>
/// <param name="Code">The code, as the protocol has it.</param>
/// <param name="Reason">The sentence, at most 123 bytes.</param>
internal readonly record struct SocketClosure(int Code, string Reason)
{
    private const int MaxReasonBytes = 123;

    public static SocketClosure Normal => new(1000, "");

    public static SocketClosure Malformed => new(4400, "Invalid message received");

    public static SocketClosure Unauthorized => new(4401, "Unauthorized");

    public static SocketClosure Forbidden(string why) => new(4403, Cut(why));

    public static SocketClosure InitTimeout => new(4408, "Connection initialisation timeout");

    public static SocketClosure TooManyInits => new(4429, "Too many initialisation requests");

    public static SocketClosure TooManyConnections => new(4429, "Too many connections: close one first");

    public static SocketClosure TooSlow => new(4430, "Too many answers wait for you: read faster, or ask for less");

    public static SocketClosure TooLarge => new(1009, "The message is too large");

    public static SocketClosure Duplicate(string id) => new(4409, $"Subscriber for {Cut(id, MaxReasonBytes - 30)} already exists");

    private static string Cut(string text, int maxBytes = MaxReasonBytes)
    {
        var length = text.Length;
        while (Encoding.UTF8.GetByteCount(text.AsSpan(0, length)) > maxBytes)
        {
            length -= char.IsLowSurrogate(text[length - 1]) ? 2 : 1;
        }

        return text[..length];
    }
}
