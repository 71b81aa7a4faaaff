using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FinancialFirewall.Storage.Sealing;

/// <summary>
/// A key for every one of 2^48 paths, out of one seed, and any of them can be destroyed for good without touching the others (a tree of Goldreich, Goldwasser
/// and Micali, "puncturable pseudo-random function"). A seed of the tree makes the sixteen below it by a one-way step, and the key of a path is the seed at its
/// end, twelve steps down. To destroy a path is to replace the one seed above it by the seeds beside the path, 15 at each level, none of which leads to it.
/// Nothing is kept for a path that is not destroyed, and one that is costs about 3 KiB.
/// <para>The step is seed ↦ E(seed ⊕ i) ⊕ seed ⊕ i for the digit i, where E is AES-128 under a key of the tree that is no secret. A tree never changes:
/// destroying makes another one.</para>
/// </summary>
internal sealed class PersonTree
{
    /// <summary>How many bits a path has.</summary>
    public const int PathBits = 48;

    /// <summary>How many steps lead to a key.</summary>
    public const int Levels = PathBits / DigitBits;

    /// <summary>The length of a seed and of a key, in bytes.</summary>
    public const int SeedLength = 16;

    /// <summary>How many keys are derived together at the most: so many that a processor works at as many of them at a time as it can.</summary>
    public const int MaximumTogether = 16;

    private const int DigitBits = 4;
    private const int Digits = 1 << DigitBits;
    private const byte GoneMark = 0;
    private const byte SeedMark = 1;
    private const byte BranchMark = 2;

    private readonly AesBlocks step;
    private readonly Node? root;

    /// <summary>A tree of which no path is destroyed.</summary>
    /// <param name="step">The cipher of the steps.</param>
    /// <param name="seed">The seed of all keys.</param>
    public PersonTree(in AesBlocks step, Vector128<byte> seed)
        : this(step, new Node(seed, null))
    {
    }

    private PersonTree(in AesBlocks step, Node? root) => (this.step, this.root) = (step, root);

    /// <summary>Derives the key of a path.</summary>
    /// <param name="path">The path, below 2^48.</param>
    /// <param name="key">The key.</param>
    /// <returns>False where it is destroyed.</returns>
    public bool TryDerive(ulong path, out Vector128<byte> key)
    {
        key = default;
        var isGone = false;
        Derive(new(in path), new(ref key), new(ref isGone));
        return !isGone;
    }

    /// <summary>
    /// Derives the keys of some paths. Each step to a key waits for the one before, so the processor works at the same step of all of them at a time.
    /// </summary>
    /// <param name="paths">The paths, below 2^48.</param>
    /// <param name="keys">Takes the key of each.</param>
    /// <param name="isGone">Takes, for each, whether its key is destroyed; it is zero then.</param>
    public void Derive(ReadOnlySpan<ulong> paths, Span<Vector128<byte>> keys, Span<bool> isGone)
    {
        Span<int> begins = stackalloc int[MaximumTogether];
        begins = begins[..paths.Length];
        for (var i = 0; i < paths.Length; i++)
        {
            begins[i] = FindSeed(paths[i], out keys[i], out isGone[i]);
        }

        for (var level = 0; level < Levels; level++)
        {
            for (var i = 0; i < paths.Length; i++)
            {
                if (begins[i] <= level)
                {
                    keys[i] = Step(keys[i], Digit(paths[i], level));
                }
            }
        }
    }

    /// <summary>The tree that has all keys of this one but that of <paramref name="path"/>.</summary>
    public PersonTree Without(ulong path) => new(step, Without(root, path, 0));

    /// <summary>Writes the seeds, from the top down: a mark, and behind it the seed, or the sixteen below, or nothing for a key that is destroyed.</summary>
    public void Write(PackedWriter writer) => Write(writer, root);

    /// <exception cref="InvalidDataException">These are not the bytes of a tree.</exception>
    public static PersonTree Read(in AesBlocks step, ref PackedReader reader) => new(step, Read(ref reader, 0));

    private static int Digit(ulong path, int level) => (int)(path >> (PathBits - (DigitBits * (level + 1)))) & (Digits - 1);

    private static void Write(PackedWriter writer, Node? node)
    {
        if (node?.Below is { } below)
        {
            writer.Byte(BranchMark);
            foreach (var child in below)
            {
                Write(writer, child);
            }

            return;
        }

        writer.Byte(node is null ? GoneMark : SeedMark);
        node?.Seed.CopyTo(writer.Take(SeedLength));
    }

    private static Node? Read(ref PackedReader reader, int level)
    {
        switch (reader.Byte())
        {
            case GoneMark:
                return null;
            case SeedMark:
                return new Node(Vector128.Create(reader.Bytes(SeedLength)), null);
            case BranchMark when level < Levels:
                var below = new Node?[Digits];
                for (var digit = 0; digit < Digits; digit++)
                {
                    below[digit] = Read(ref reader, level + 1);
                }

                return new Node(default, below);
            default:
                throw new InvalidDataException("This is no mark of a tree of keys.");
        }
    }

    /// <summary>The seed above a path that is nearest to its end.</summary>
    /// <returns>The level of its first step, past the last where its key is destroyed.</returns>
    private int FindSeed(ulong path, out Vector128<byte> seed, out bool isGone)
    {
        var (node, level) = (root, 0);
        for (; node?.Below is { } below; level++)
        {
            node = below[Digit(path, level)];
        }

        seed = node?.Seed ?? default;
        isGone = node is null;
        return isGone ? Levels : level;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<byte> Step(Vector128<byte> seed, int digit)
    {
        var tweaked = seed ^ Vector128.CreateScalar((byte)digit);
        return step.Encrypt(tweaked) ^ tweaked;
    }

    private Node? Without(Node? node, ulong path, int level)
    {
        if (node is null || level == Levels)
        {
            return null;
        }

        var below = new Node?[Digits];
        for (var digit = 0; digit < Digits; digit++)
        {
            below[digit] = node.Below is { } kept ? kept[digit] : new Node(Step(node.Seed, digit), null);
        }

        var taken = Digit(path, level);
        below[taken] = Without(below[taken], path, level + 1);
        return new Node(default, below);
    }

    private sealed class Node(Vector128<byte> seed, Node?[]? below)
    {
        public Vector128<byte> Seed => seed;

        public Node?[]? Below => below;
    }
}
