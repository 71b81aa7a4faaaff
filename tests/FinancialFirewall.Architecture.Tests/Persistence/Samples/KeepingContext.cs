using System.Text.Json.Serialization;

namespace FinancialFirewall.Architecture.Tests.Persistence.Samples;

/// <summary>Serializes a part by itself.</summary>
[JsonSerializable(typeof(KeptPart))]
internal sealed partial class KeepingContext : JsonSerializerContext;
