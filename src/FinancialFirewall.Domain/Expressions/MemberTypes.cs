using System.Collections.Frozen;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>The names and types of a payment's members in the language.</summary>
internal static class MemberTypes
{
    public const string OriginalAmount = "originalAmount";

    /// <summary>The members that conditions can name; <c>metadata</c> is kept as it came and has no type.</summary>
    public static readonly IReadOnlyList<PaymentMember> Members =
        [.. Enum.GetValues<PaymentMember>().Where(static member => member != PaymentMember.Metadata)];

    private static readonly FrozenDictionary<PaymentMember, string> Names =
        Enum.GetValues<PaymentMember>().ToFrozenDictionary(static member => member, static member => CamelCase(member.ToString()));

    private static readonly FrozenDictionary<string, PaymentMember> ByName =
        Members.ToFrozenDictionary(NameOf, static member => member, StringComparer.Ordinal);

    public static string NameOf(PaymentMember member) => Names[member];

    public static bool TryFind(string name, out PaymentMember member) => ByName.TryGetValue(name, out member);

    public static ValueType Of(PaymentMember member) => member switch
    {
        PaymentMember.Amount or PaymentMember.Latitude or PaymentMember.Longitude => ValueType.Number,
        PaymentMember.CardPresent => ValueType.Truth,
        PaymentMember.RequestedExecutionDate or PaymentMember.FromAccountOpenedAt or PaymentMember.InitiatedAt => ValueType.Time,
        PaymentMember.Metadata => throw new ArgumentException("Conditions cannot look into metadata.", nameof(member)),
        _ when Enum.IsDefined(member) => ValueType.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(member), member, "There is no such member."),
    };

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
