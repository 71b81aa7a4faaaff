using System.Runtime.Intrinsics;
using FinancialFirewall.Storage.Sealing;

namespace FinancialFirewall.Storage.Tests.Sealing;

public sealed class PersonTreeTests
{
    private const ulong End = 1UL << PersonTree.PathBits;
    private static readonly AesBlocks Step = new(Vector128.Create(1UL, 2UL).AsByte());

    [Fact]
    public void TryDerive_PathsOfAWholeTree_AreAllThereAndAllDiffer()
    {
        var tree = Whole();
        var keys = new HashSet<Vector128<byte>>();
        var random = new Random(1);
        for (var i = 0; i < 5_000; i++)
        {
            Assert.True(tree.TryDerive((ulong)random.NextInt64((long)End), out var key));
            keys.Add(key);
        }

        Assert.Equal(5_000, keys.Count);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public void Derive_PathsTogether_AreWhatTheDefinitionSays(int seed)
    {
        var random = new Random(seed);
        var paths = new ulong[PersonTree.MaximumTogether];
        for (var i = 0; i < paths.Length; i++)
        {
            paths[i] = (ulong)random.NextInt64((long)End);
        }

        var tree = Whole().Without(paths[3]).Without(paths[7] ^ 1);
        var (keys, isGone) = (new Vector128<byte>[paths.Length], new bool[paths.Length]);
        tree.Derive(paths, keys, isGone);
        for (var i = 0; i < paths.Length; i++)
        {
            Assert.Equal(i == 3, isGone[i]);
            Assert.Equal(i == 3 ? default : Vector128.Create<byte>(SeedAt(paths[i], PersonTree.Levels)), keys[i]);
        }
    }

    [Fact]
    public void Without_SomePaths_DestroysThoseAndNoOthers()
    {
        const int Seed = 5;
        var random = new Random(Seed);
        var whole = Whole();
        var tree = whole;
        var gone = new HashSet<ulong>();
        for (var i = 0; i < 300; i++)
        {
            var path = gone.Count > 0 && random.Next(3) == 0 ? gone.First() ^ (1UL << random.Next(PersonTree.PathBits)) : (ulong)random.NextInt64((long)End);
            gone.Add(path);
            tree = tree.Without(path);
        }

        var read = Copy(tree, out _);
        foreach (var path in gone)
        {
            Assert.False(tree.TryDerive(path, out _));
            Assert.False(read.TryDerive(path, out _), $"seed {Seed}, path {path:x}");
            for (var bit = 0; bit < PersonTree.PathBits; bit++)
            {
                Check(whole, read, path ^ (1UL << bit), gone);
            }
        }
    }

    [Fact]
    public void Write_TreeWithoutOnePath_HoldsNoSeedThatLeadsThere()
    {
        var path = 0x1234_5678_9ABCUL;
        var above = new List<byte[]>();
        for (var level = 0; level <= PersonTree.Levels; level++)
        {
            above.Add(SeedAt(path, level));
        }

        var tree = Copy(Whole().Without(path), out var bytes);
        Assert.False(tree.TryDerive(path, out _));
        Assert.All(above, seed => Assert.Equal(-1, bytes.AsSpan().IndexOf(seed)));
        Assert.Equal((PersonTree.Levels * 15 * 17) + PersonTree.Levels + 1, bytes.Length);
    }

    [Fact]
    public void Without_PathThatIsGone_ChangesNothing()
    {
        Copy(Whole().Without(7), out var once);
        Copy(Whole().Without(7).Without(7), out var twice);
        Assert.Equal(once, twice);
    }

    [Fact]
    public void Read_OtherBytes_IsRefused()
    {
        Assert.Throws<InvalidDataException>(() => ReadAll([9]));
        Assert.Throws<InvalidDataException>(() => ReadAll([1, 2, 3]));
        Assert.Throws<InvalidDataException>(() => ReadAll(Enumerable.Repeat((byte)2, 20).ToArray()));
    }

    private static void ReadAll(byte[] bytes)
    {
        var reader = new PackedReader(bytes);
        PersonTree.Read(Step, ref reader);
    }

    private static PersonTree Whole() => new(Step, Vector128.Create(11UL, 12UL).AsByte());

    private static PersonTree Copy(PersonTree tree, out byte[] bytes)
    {
        var writer = new PackedWriter();
        tree.Write(writer);
        bytes = writer.Written.ToArray();
        var reader = new PackedReader(bytes);
        return PersonTree.Read(Step, ref reader);
    }

    private static void Check(PersonTree whole, PersonTree read, ulong path, HashSet<ulong> gone)
    {
        Assert.Equal(!gone.Contains(path), read.TryDerive(path, out var key));
        if (!gone.Contains(path))
        {
            Assert.True(whole.TryDerive(path, out var wanted));
            Assert.Equal(wanted, key);
        }
    }

    /// <summary>The step as it is defined, by the class library.</summary>
    private static byte[] SeedAt(ulong path, int levels)
    {
        var seed = Vector128.Create(11UL, 12UL).AsByte();
        for (var level = 0; level < levels; level++)
        {
            var digit = (byte)((path >> (PersonTree.PathBits - (4 * (level + 1)))) & 15);
            var tweaked = seed ^ Vector128.CreateScalar(digit);
            seed = AesBlocks.EncryptPlain(tweaked, Vector128.Create(1UL, 2UL).AsByte()) ^ tweaked;
        }

        var bytes = new byte[16];
        seed.CopyTo(bytes);
        return bytes;
    }
}
