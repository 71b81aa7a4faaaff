using System.Runtime.Intrinsics;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Storage.Sealing;

/// <summary>
/// The keys of all persons of a tenant, and which of them are destroyed. A person is whoever pays as one customer from one account; without a customer it is the
/// account. It never changes: erasing makes another one. All members may be called by many at once.
/// </summary>
public sealed class PersonKeys
{
    /// <summary>How many erasures are kept; each is one customer's use of one account.</summary>
    public const int MaximumErasures = 32_768;

    /// <summary>The length of a customer's fingerprint behind a sealed record.</summary>
    internal const int CustomerLength = 6;

    private const ulong PathMask = (1UL << PersonTree.PathBits) - 1;
    private const int MarkBits = 16;
    private const ulong FirstMark = 0;
    private const ulong LaterMark = 1;
    private const ulong AccountMark = 2;

    private readonly Vector128<byte> mixing;
    private readonly AesBlocks cipher;
    private readonly PersonTree seeds;
    private readonly Dictionary<ulong, Instant[]> byPath = [];
    private readonly Dictionary<ulong, Instant> byAccount = [];

    private PersonKeys(Vector128<byte> key, PersonTree tree, IReadOnlyList<Erasure> erasures)
    {
        (mixing, seeds, Erasures) = (key, tree, erasures);
        cipher = new AesBlocks(key);
        foreach (var erasure in erasures)
        {
            byPath[erasure.Path] = [.. byPath.GetValueOrDefault(erasure.Path, []), erasure.At];
            byAccount[erasure.Account] = Later(byAccount.GetValueOrDefault(erasure.Account), erasure.At);
        }
    }

    /// <summary>What was erased, the oldest first.</summary>
    public IReadOnlyList<Erasure> Erasures { get; }

    /// <summary>Whether anybody was ever erased.</summary>
    internal bool HasErasures => byPath.Count > 0;

    /// <summary>New keys.</summary>
    internal static PersonKeys Create(Func<ulong> nextRandom)
    {
        var key = Vector128.Create(nextRandom(), nextRandom()).AsByte();
        var tree = new PersonTree(new AesBlocks(key), Vector128.Create(nextRandom(), nextRandom()).AsByte());
        return new PersonKeys(key, tree, []);
    }

    /// <summary>
    /// When an account's history was made void: what was derived from its payments up to that time, and nothing that was derived later, is to be forgotten.
    /// </summary>
    /// <param name="accountHash">The hash of the account.</param>
    /// <returns>The time; <see langword="null"/> where that never happened.</returns>
    public Instant? ForgottenSince(ulong accountHash)
        => HasErasures && byAccount.TryGetValue(AccountOf(accountHash), out var at) ? at : null;

    /// <summary>The path of somebody's keys, before anything of his was erased.</summary>
    public ulong PathOf(ReadOnlySpan<byte> customer, ulong accountHash) => Mix(accountHash, customer.IsEmpty ? 0 : FingerprintOf(customer), FirstMark);

    /// <summary>The fingerprint of an account in an <see cref="Erasure"/>.</summary>
    public ulong AccountOf(ulong accountHash) => Mix(accountHash, 0, AccountMark);

    /// <summary>The fingerprint of a customer: as many bits as a path, of a CBC-MAC with the length in front.</summary>
    internal ulong FingerprintOf(ReadOnlySpan<byte> customer)
    {
        var state = cipher.Encrypt(Vector128.CreateScalar((ulong)customer.Length).AsByte());
        Span<byte> block = stackalloc byte[Vector128<byte>.Count];
        for (; customer.Length > 0; customer = customer[Math.Min(block.Length, customer.Length)..])
        {
            block.Clear();
            customer[..Math.Min(block.Length, customer.Length)].CopyTo(block);
            state = cipher.Encrypt(state ^ Vector128.Create<byte>(block));
        }

        return state.AsUInt64()[0] & PathMask;
    }

    /// <summary>What indexes find the records of a customer by: the bits of the fingerprint, where indexes look for those of a hash.</summary>
    internal static ulong CustomerKeyOf(ulong fingerprint) => fingerprint << (64 - PersonTree.PathBits);

    /// <summary>The key of a record, and since when it is destroyed where it is.</summary>
    /// <param name="person">Whom the record is about.</param>
    /// <param name="found">The key.</param>
    /// <returns><see langword="null"/> where the key is there.</returns>
    internal Instant? Find(in RecordPerson person, out Vector128<byte> found)
    {
        found = default;
        var erasedAt = default(Instant?);
        Find(new(in person), new(ref found), new(ref erasedAt));
        return erasedAt;
    }

    /// <summary>The keys of some records, at most <see cref="PersonTree.MaximumTogether"/>, and since when each is destroyed where it is.</summary>
    /// <param name="persons">Whom the records are about.</param>
    /// <param name="found">Takes the key of each.</param>
    /// <param name="erasedAt">Takes <see langword="null"/> where the key is there.</param>
    internal void Find(ReadOnlySpan<RecordPerson> persons, Span<Vector128<byte>> found, Span<Instant?> erasedAt)
    {
        for (var i = 0; i < persons.Length; i++)
        {
            found[i] = Named(persons[i].AccountHash, persons[i].Customer, FirstMark);
        }

        cipher.Encrypt(found[..persons.Length]);
        Span<ulong> paths = stackalloc ulong[PersonTree.MaximumTogether];
        paths = paths[..persons.Length];
        for (var i = 0; i < paths.Length; i++)
        {
            paths[i] = PathIn(found[i]);
            erasedAt[i] = HasErasures ? Follow(ref paths[i], persons[i].RecordedAt) : null;
        }

        Span<bool> isGone = stackalloc bool[PersonTree.MaximumTogether];
        seeds.Derive(paths, found, isGone);
        for (var i = 0; i < paths.Length; i++)
        {
            erasedAt[i] ??= isGone[i] ? new Instant(0) : null;
            found[i] = erasedAt[i] is null ? found[i] : default;
        }
    }

    /// <summary>These keys without those of some persons. One who was erased before loses what is younger than that.</summary>
    internal PersonKeys Without(IEnumerable<Erasure> erased)
    {
        var (next, all) = (seeds, Erasures.ToList());
        foreach (var erasure in erased)
        {
            next = next.Without(After(erasure.Path, all.Count(before => before.Path == erasure.Path)));
            all.Add(erasure);
        }

        return new(mixing, next, all);
    }

    /// <summary>These keys, with all erasures finished.</summary>
    internal PersonKeys Finished() => new(mixing, seeds, [.. Erasures.Select(erasure => erasure with { IsFinished = true })]);

    internal void Write(PackedWriter writer)
    {
        mixing.CopyTo(writer.Take(PersonTree.SeedLength));
        writer.Number(Erasures.Count);
        foreach (var erasure in Erasures)
        {
            writer.Number(erasure.Path);
            writer.Number(erasure.Account);
            writer.Number(erasure.Partition);
            writer.Signed(erasure.At.UnixMicroseconds);
            writer.Byte(erasure.IsFinished ? (byte)1 : (byte)0);
        }

        seeds.Write(writer);
    }

    /// <exception cref="InvalidDataException">These are not the bytes of keys.</exception>
    internal static PersonKeys Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new PackedReader(bytes);
        var key = Vector128.Create(reader.Bytes(PersonTree.SeedLength));
        var erasures = new Erasure[reader.Count(MaximumErasures)];
        for (var i = 0; i < erasures.Length; i++)
        {
            erasures[i] = new(reader.Number(), reader.Number(), reader.Count(ushort.MaxValue), new Instant(reader.Signed()), reader.Byte() != 0);
        }

        return new(key, PersonTree.Read(new AesBlocks(key), ref reader), erasures);
    }

    /// <summary>What a path is made of; what it is for is in the mark, so that no two purposes ever share one.</summary>
    private static Vector128<byte> Named(ulong one, ulong other, ulong mark) => Vector128.Create(one, (other << MarkBits) | mark).AsByte();

    private static ulong PathIn(Vector128<byte> encrypted) => encrypted.AsUInt64()[0] & PathMask;

    /// <summary>A pseudo-random path.</summary>
    private ulong Mix(ulong one, ulong other, ulong mark) => PathIn(cipher.Encrypt(Named(one, other, mark)));

    /// <summary>Makes a person's first path the one of a record.</summary>
    /// <returns>When what was recorded then was erased; <see langword="null"/> where it was not.</returns>
    private Instant? Follow(ref ulong path, Instant recordedAt)
    {
        if (!byPath.TryGetValue(path, out var erasures))
        {
            return null;
        }

        foreach (var erasedAt in erasures)
        {
            if (recordedAt <= erasedAt)
            {
                return erasedAt;
            }
        }

        path = After(path, erasures.Length);
        return null;
    }

    /// <summary>The path of somebody's keys after so many erasures.</summary>
    private ulong After(ulong path, int erasures) => erasures == 0 ? path : Mix(path, (ulong)erasures, LaterMark);

    private static Instant Later(Instant one, Instant other) => one < other ? other : one;
}
