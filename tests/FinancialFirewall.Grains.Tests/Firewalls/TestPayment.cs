using System.Runtime.InteropServices;

namespace FinancialFirewall.Grains.Tests.Firewalls;

/// <summary>A payment as it is sent: its reference, and a small body.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TestPayment(string Reference, string Account, int Amount)
{
    /// <summary>Further members: name, value, …; two payments that have any have the same names in the same order.</summary>
    public string[] More { get; init; } = [];

    public string Json => SimulatedFirewall.Payment([Reference, Account, FormattableString.Invariant($"{Amount}"), .. More]);

    /// <summary>The members in which another payment of the same reference differs.</summary>
    public IEnumerable<string> DifferencesTo(TestPayment other)
    {
        if (Amount != other.Amount)
        {
            yield return "amount";
        }

        if (Account != other.Account)
        {
            yield return "fromAccountNumber";
        }

        for (var i = 0; i < Math.Max(More.Length, other.More.Length); i += 2)
        {
            if (!More.Skip(i).Take(2).SequenceEqual(other.More.Skip(i).Take(2), StringComparer.Ordinal))
            {
                yield return More.Length > i ? More[i] : other.More[i];
            }
        }
    }

    public bool Equals(TestPayment other) => (Reference, Account, Amount) == (other.Reference, other.Account, other.Amount)
        && (More ?? []).SequenceEqual(other.More ?? [], StringComparer.Ordinal);

    public override int GetHashCode() => Reference.GetHashCode(StringComparison.Ordinal);
}
