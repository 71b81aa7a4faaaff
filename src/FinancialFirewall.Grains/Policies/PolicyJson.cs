using System.Text.Json.Serialization;

namespace FinancialFirewall.Grains.Policies;

/// <summary>How policy versions are written into the state store.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredPolicy))]
[JsonSerializable(typeof(PolicyPointer))]
[JsonSerializable(typeof(StoredVersion))]
[JsonSerializable(typeof(StoredListChange))]
internal sealed partial class PolicyJson : JsonSerializerContext;
