using Orleans;

namespace FinancialFirewall.Grains.Users;

/// <summary>What somebody has shown whose password was right.</summary>
/// <param name="UserId">Who it is said to be.</param>
/// <param name="PasswordHash">The hash that the password was held against: it must still be the user's.</param>
/// <param name="Code">The code of the second factor; empty for none.</param>
/// <param name="RecoveryCode">A recovery code instead; empty for none.</param>
/// <param name="RenewedHash">The password hashed anew, where its hash was made by an older rule; empty otherwise.</param>
[GenerateSerializer, Immutable, Alias("ff.SignInProof")]
public sealed record SignInProof(
    [property: Id(0)] string UserId,
    [property: Id(1)] string PasswordHash,
    [property: Id(2)] string Code,
    [property: Id(3)] string RecoveryCode,
    [property: Id(4)] string RenewedHash = "");
