using System.Text.Encodings.Web;
using System.Text.Json;

namespace GraphQL.Server.Types;

/// <summary>JSON that escapes only what JSON asks for.</summary>
internal static class JsonEscapes
{
    public static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
