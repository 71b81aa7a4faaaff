
namespace FinancialFirewall.Storage.Facts;

/// <summary>
/// The facts of up to <see cref="Capacity"/> records that were committed one after the other, in the order of their <see cref="FactKey"/>s. As bytes, all
/// numbers packed:
/// <code>
/// count | profiles, each profile | partitions, each: partition, first sequence | first at | count × (at − at before)
///       | count × index of partition | count × index of profile      indexes: u8, or u16 where there are more than 256
/// </code>
/// A partition's records in a chunk have neighbouring sequences, so only the first is kept.
/// </summary>
internal sealed class FactChunk
{
    /// <summary>How many records a chunk has at most.</summary>
    public const int Capacity = 4_096;

    private readonly long[] timeOf;
    private readonly ushort[] partitionOf;
    private readonly long[] sequenceOf;
    private readonly ushort[] profileOf;

    public FactChunk(long[] times, ushort[] partitions, long[] sequences, ushort[] profileNumbers, RecordProfile[] profiles)
    {
        (timeOf, partitionOf, sequenceOf, profileOf, Profiles) = (times, partitions, sequences, profileNumbers, profiles);
    }

    public int Count => timeOf.Length;

    /// <summary>The profiles of the records.</summary>
    public IReadOnlyList<RecordProfile> Profiles { get; }

    /// <summary>About how much memory it takes, in bytes.</summary>
    public int MemoryBytes => (20 * Count) + (64 * Profiles.Count) + 256;

    public FactKey this[int index] => new(timeOf[index], partitionOf[index], sequenceOf[index]);

    public int ProfileOf(int index) => profileOf[index];

    /// <summary>How many records have keys below <paramref name="bound"/>.</summary>
    public int CountBelow(FactKey bound)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = this[middle] < bound ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <exception cref="InvalidDataException">These are not the bytes of a chunk.</exception>
    public static FactChunk Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new PackedReader(bytes);
        var count = reader.Count(Capacity);
        var profiles = new RecordProfile[reader.Count(count)];
        for (var i = 0; i < profiles.Length; i++)
        {
            profiles[i] = RecordProfile.Read(ref reader);
        }

        var names = new ushort[reader.Count(count)];
        var next = new long[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = (ushort)reader.Count(ushort.MaxValue);
            next[i] = (long)reader.Number();
        }

        var times = ReadTimes(ref reader, count);
        var partitions = ReadIndexes(ref reader, count, names.Length);
        var sequences = new long[count];
        for (var i = 0; i < count; i++)
        {
            sequences[i] = next[partitions[i]]++;
            partitions[i] = names[partitions[i]];
        }

        return new(times, partitions, sequences, ReadIndexes(ref reader, count, profiles.Length), profiles);
    }

    public void Write(PackedWriter writer)
    {
        writer.Number(Count);
        writer.Number(Profiles.Count);
        foreach (var profile in Profiles)
        {
            profile.Write(writer);
        }

        var indexes = new ushort[partitionOf.Length == 0 ? 0 : partitionOf.Max() + 1];
        var indexOf = new ushort[Count];
        var names = new PackedWriter();
        var count = 0;
        for (var i = 0; i < Count; i++)
        {
            // The index plus one, so that zero says that there is none.
            ref var index = ref indexes[partitionOf[i]];
            if (index == 0)
            {
                index = (ushort)++count;
                names.Number(partitionOf[i]);
                names.Number(sequenceOf[i]);
            }

            indexOf[i] = (ushort)(index - 1);
        }

        writer.Number(count);
        writer.Bytes(names.Written);
        WriteTimes(writer);
        WriteIndexes(writer, indexOf, count);
        WriteIndexes(writer, profileOf, Profiles.Count);
    }

    private static long[] ReadTimes(ref PackedReader reader, int count)
    {
        var times = new long[count];
        for (var i = 0; i < count; i++)
        {
            times[i] = i == 0 ? reader.Signed() : times[i - 1] + (long)reader.Number();
        }

        return times;
    }

    private static ushort[] ReadIndexes(ref PackedReader reader, int count, int limit)
    {
        var indexes = new ushort[count];
        for (var i = 0; i < count; i++)
        {
            indexes[i] = limit > 256 ? reader.UInt16() : reader.Byte();
            if (indexes[i] >= limit)
            {
                throw new InvalidDataException($"There is no entry {indexes[i]} among {limit}.");
            }
        }

        return indexes;
    }

    private static void WriteIndexes(PackedWriter writer, ushort[] indexes, int limit)
    {
        foreach (var index in indexes)
        {
            if (limit > 256)
            {
                writer.UInt16(index);
            }
            else
            {
                writer.Byte((byte)index);
            }
        }
    }

    private void WriteTimes(PackedWriter writer)
    {
        for (var i = 0; i < Count; i++)
        {
            if (i == 0)
            {
                writer.Signed(timeOf[i]);
            }
            else
            {
                writer.Number(timeOf[i] - timeOf[i - 1]);
            }
        }
    }
}
