using Orleans;

namespace FinancialFirewall.Grains.Drafts;

/// <summary>A draft that is to be made.</summary>
/// <param name="Name">What people call it: 1 to <see cref="PolicyDraft.MaximumNameLength"/> characters.</param>
/// <param name="Comment">Why, for people.</param>
/// <param name="FromVersion">The version whose contents it begins with; 0 for the version in force.</param>
[GenerateSerializer, Immutable, Alias("ff.NewDraft")]
public sealed record NewDraft([property: Id(0)] string Name, [property: Id(1)] string Comment, [property: Id(2)] int FromVersion = 0);
