using System.Text.Json.Serialization;

namespace FinancialFirewall.Grains.Backtests;

/// <summary>How backtests are written into the state store.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(Backtest))]
internal sealed partial class BacktestJson : JsonSerializerContext;
