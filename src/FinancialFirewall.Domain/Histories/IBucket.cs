namespace FinancialFirewall.Domain.Histories;

/// <summary>One bucket of a series. Only buckets that something fell into are kept.</summary>
internal interface IBucket
{
    /// <summary>The bits of a bucket number that are kept: no window reaches back 4,096 buckets.</summary>
    const int StampMask = 0xFFF;

    /// <summary>The low bits of the bucket's number.</summary>
    int Stamp { get; }

    /// <summary>Adds what the bucket holds.</summary>
    void AddTo(ref RunningTotal total);

    /// <summary>Takes out what the bucket holds.</summary>
    void TakeFrom(ref RunningTotal total);
}
