using System.Text.Json.Serialization;

namespace FinancialFirewall.Grains.Drafts;

/// <summary>How drafts are written into the state store.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoredDraft))]
internal sealed partial class DraftJson : JsonSerializerContext;
