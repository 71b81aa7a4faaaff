using System.Text;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Sealing;

namespace FinancialFirewall.Storage.Privacy;

/// <summary>What is kept of a person.</summary>
public sealed class PersonFindings
{
    /// <summary>How many other keys are remembered.</summary>
    public const int MaximumKeys = 4_096;

    private readonly Dictionary<ulong, Erasure> erasures = [];
    private readonly HashSet<(PaymentMember Member, string Value)> keys = [];

    /// <summary>How many payments can be read.</summary>
    public long Payments { get; private set; }

    /// <summary>How many payments were erased before, and are still found by a fingerprint.</summary>
    public long AlreadyErased { get; private set; }

    /// <summary>When the first payment was assessed that can be read; meaningless where there is none.</summary>
    public Instant First { get; private set; } = new(long.MaxValue);

    /// <summary>When the last one was.</summary>
    public Instant Last { get; private set; } = new(long.MinValue);

    /// <summary>How many accounts they were made from.</summary>
    public int Accounts => erasures.Values.Select(erasure => erasure.Account).Distinct().Count();

    /// <summary>When they were erased; <see langword="null"/> where they were not.</summary>
    public Instant? ErasedAt { get; internal set; }

    /// <summary>What an erasure destroys, without its time.</summary>
    internal IReadOnlyCollection<Erasure> Erasures => erasures.Values;

    /// <summary>What else the payments had of this person that windows are kept by: customers, devices and cards; at most <see cref="MaximumKeys"/>.</summary>
    public IReadOnlyCollection<(PaymentMember Member, string Value)> Keys => keys;

    internal void Add(Erasure erasure, Instant at, PackedPayment payment)
    {
        foreach (var member in (ReadOnlySpan<PaymentMember>)[PaymentMember.CustomerId, PaymentMember.DeviceId, PaymentMember.CardToken])
        {
            if (payment.Has(member) && keys.Count < MaximumKeys)
            {
                keys.Add((member, Encoding.UTF8.GetString(payment.Text(member))));
            }
        }

        erasures.TryAdd(erasure.Path, erasure);
        Payments++;
        First = at < First ? at : First;
        Last = Last < at ? at : Last;
    }

    internal void AddErased() => AlreadyErased++;
}
