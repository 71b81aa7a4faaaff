using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>The names of aggregates and what they give.</summary>
internal static class AggregateTypes
{
    public const string Payments = "payments";

    public static readonly IReadOnlyList<AggregateFunction> Functions = Enum.GetValues<AggregateFunction>();

    public static readonly IReadOnlyList<AggregateKey> Keys = Enum.GetValues<AggregateKey>();

    public static string NameOf(AggregateFunction function) => function switch
    {
        AggregateFunction.Count => "count",
        AggregateFunction.Sum => "sum",
        AggregateFunction.Average => "average",
        AggregateFunction.Min => "min",
        AggregateFunction.Max => "max",
        AggregateFunction.Distinct => "distinct",
        AggregateFunction.Last => "last",
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "There is no such aggregate."),
    };

    public static string NameOf(AggregateKey key) => key switch
    {
        AggregateKey.Account => "account",
        AggregateKey.Device => "device",
        AggregateKey.Customer => "customer",
        AggregateKey.Merchant => "merchant",
        AggregateKey.Payee => "payee",
        AggregateKey.Card => "card",
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "There is no such key."),
    };

    public static ValueType ResultOf(AggregateFunction function, MemberExpression? argument)
        => function == AggregateFunction.Last ? argument!.Type : ValueType.Number;

    public static ArgumentForm FormOf(MemberExpression argument) => argument.Member switch
    {
        PaymentMember.Amount => argument.IsOriginalAmount ? ArgumentForm.OriginalAmount : ArgumentForm.BaseAmount,
        PaymentMember.Latitude or PaymentMember.Longitude => ArgumentForm.Degrees,
        PaymentMember.Currency => ArgumentForm.Currency,
        PaymentMember.Kind => ArgumentForm.Kind,
        PaymentMember.PaymentSource => ArgumentForm.Source,
        PaymentMember.CardPresent => ArgumentForm.Truth,
        PaymentMember.RequestedExecutionDate or PaymentMember.FromAccountOpenedAt or PaymentMember.InitiatedAt => ArgumentForm.Time,
        _ => ArgumentForm.Text,
    };

    /// <summary>The member whose value names the history that a key stands for.</summary>
    public static PaymentMember MemberOf(AggregateKey key) => key switch
    {
        AggregateKey.Account => PaymentMember.FromAccountNumber,
        AggregateKey.Device => PaymentMember.DeviceId,
        AggregateKey.Customer => PaymentMember.CustomerId,
        AggregateKey.Merchant => PaymentMember.MerchantId,
        AggregateKey.Payee => PaymentMember.ToAccountNumber,
        AggregateKey.Card => PaymentMember.CardToken,
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "There is no such key."),
    };
}
