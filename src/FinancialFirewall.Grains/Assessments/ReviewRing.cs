using System.Collections;
using System.Numerics;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>Reviews in an order, of which the oldest leave without the others being moved.</summary>
internal sealed class ReviewRing : IReadOnlyList<OpenReview>
{
    private const int LeastPlaces = 16;

    private OpenReview[] places = [];
    private int first;

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public OpenReview this[int index]
    {
        get => places[Place(index)];
        set => places[Place(index)] = value;
    }

    /// <summary>Adds one behind all others.</summary>
    public void Add(in OpenReview review)
    {
        if (Count == places.Length)
        {
            Grow();
        }

        Count++;
        this[Count - 1] = review;
    }

    /// <summary>Removes the first ones.</summary>
    public void RemoveFirst(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)Count, nameof(count));
        first = (first + count) & (places.Length - 1);
        Count -= count;
    }

    /// <summary>Removes one; those behind it move up.</summary>
    public void RemoveAt(int index)
    {
        for (var i = index; i < Count - 1; i++)
        {
            this[i] = this[i + 1];
        }

        Count--;
    }

    /// <inheritdoc/>
    public IEnumerator<OpenReview> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Place(int index) => (uint)index < (uint)Count
        ? (first + index) & (places.Length - 1)
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count}.");

    private void Grow()
    {
        var grown = new OpenReview[Math.Max(LeastPlaces, (int)BitOperations.RoundUpToPowerOf2((uint)places.Length + 1))];
        places.AsSpan(first).CopyTo(grown);
        places.AsSpan(0, first).CopyTo(grown.AsSpan(places.Length - first));
        (places, first) = (grown, 0);
    }
}
