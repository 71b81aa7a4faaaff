using System.Buffers.Binary;

namespace FinancialFirewall.Storage.Journals;

/// <summary>Records of one partition that were appended together. Its bytes lie in a buffer that the next batch of the same reading overwrites.</summary>
public sealed class JournalBatch
{
    private const int UsualRoom = 4 * 1024;

    private ReadOnlyMemory<byte> body;
    private int[] ends = new int[16];
    private IRecordOpener? opener;
    private ReadOnlyMemory<byte>[] opened = [];
    private Memory<byte> room;

    /// <summary>The partition.</summary>
    public int Partition { get; private set; }

    /// <summary>The epoch in which the records were written.</summary>
    public long Epoch { get; private set; }

    /// <summary>The sequence of the first record.</summary>
    public long FirstSequence { get; private set; }

    /// <summary>The number of records, at least one.</summary>
    public int Count { get; private set; }

    /// <summary>The record of sequence <see cref="FirstSequence"/> + <paramref name="index"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is not below <see cref="Count"/>.</exception>
    public ReadOnlyMemory<byte> this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            var start = index == 0 ? 0 : ends[index - 1];
            return opener is null ? body[start..ends[index]] : Open(index, body[start..ends[index]]);
        }
    }

    /// <summary>Opens, in place, and takes over the run in <paramref name="bytes"/>, from <paramref name="fromSequence"/> on where that lies inside it.</summary>
    /// <returns>What is wrong with the run; <see langword="null"/> where it is sound.</returns>
    internal string? Load(Memory<byte> bytes, in RunKeys keys, in RunLocation expected, int partition, long fromSequence)
    {
        var (header, problem) = RunHeader.Read(bytes.Span);
        if (problem is not null)
        {
            return problem;
        }

        if (header.Partition != partition || header.FirstSequence != expected.FirstSequence || header.Count != expected.Count)
        {
            return $"the records {header.FirstSequence} and on of partition {header.Partition} are where {expected.FirstSequence} of {partition} should be.";
        }

        if (keys.Open(header, bytes.Span, bytes.Span[RunHeader.Length..header.RunLength]) is { } unopened)
        {
            return unopened;
        }

        Load(header, bytes[RunHeader.Length..header.RunLength], fromSequence);
        return null;
    }

    /// <summary>Takes over the lengths and records of a run that is opened, from <paramref name="fromSequence"/> on.</summary>
    /// <param name="header">The run.</param>
    /// <param name="run">Its lengths and records.</param>
    /// <param name="fromSequence">The first record that is wanted.</param>
    /// <param name="records">Opens each record when it is asked for; <see langword="null"/> where they are wanted as they are.</param>
    internal void Load(in RunHeader header, ReadOnlyMemory<byte> run, long fromSequence, IRecordOpener? records = null)
    {
        var skip = (int)Math.Max(0, fromSequence - header.FirstSequence);
        var lengths = run.Span[..(4 * header.Count)];
        var start = lengths.Length;
        for (var i = 0; i < skip; i++)
        {
            start += BinaryPrimitives.ReadInt32LittleEndian(lengths[(4 * i)..]);
        }

        (Partition, Epoch, FirstSequence, Count) = (header.Partition, header.Epoch, header.FirstSequence + skip, header.Count - skip);
        if (ends.Length < Count)
        {
            ends = new int[Count];
        }

        body = run[start..];
        var end = 0;
        for (var i = 0; i < Count; i++)
        {
            end += BinaryPrimitives.ReadInt32LittleEndian(lengths[(4 * (i + skip))..]);
            ends[i] = end;
        }

        opener = records;
        if (opener is not null)
        {
            opened = opened.Length < Count ? new ReadOnlyMemory<byte>[Count] : opened;
            Array.Clear(opened);
        }
    }

    private ReadOnlyMemory<byte> Open(int index, ReadOnlyMemory<byte> stored)
    {
        if (opened[index].IsEmpty)
        {
            // What was opened before stays where it is: more room is another array.
            room = room.Length < stored.Length ? new byte[Math.Max(stored.Length, UsualRoom)] : room;
            opened[index] = opener!.Open(stored, room[..stored.Length]);
            room = room[stored.Length..];
        }

        return opened[index];
    }
}
