using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Sealing;
using FinancialFirewall.Storage.Tests.Encryption;
using static FinancialFirewall.Storage.Tests.Journals.JournalFixture;

namespace FinancialFirewall.Storage.Tests.Sealing;

public sealed class PersonFileTests
{
    [Fact]
    public void Write_Keys_HasTheFrozenHeaderAndOpensToTheSameKeys()
    {
        var keys = Create(out var next).Without([new Erasure(0x1234, 0x5678, 7, new Instant(99), IsFinished: true)]);
        var bytes = PersonFile.Write(Demo, keys, TestKeyring.Shared.For(KeyPurpose.Persons).Find(Demo, 1)!, next);

        Assert.Equal("46465045525300"[..12] + "0D0A" + "0100" + "6000" + "01000000", Convert.ToHexString(bytes[..16]));
        Assert.Null(PersonFile.Check(bytes, Demo));
        Assert.Equal(
            "these are the keys of persons of 'demo', under another name.", PersonFile.Check(bytes, new Domain.Tenants.TenantId("other")));
        var (opened, problem) = PersonFile.Open(bytes.ToArray(), Demo, TestKeyring.Shared.For(KeyPurpose.Persons));
        Assert.Null(problem);
        Assert.Equal(keys.Erasures, opened!.Erasures);
        Assert.Equal(BytesOf(keys), BytesOf(opened));
    }

    [Fact]
    public void Check_AnyByteChanged_SaysSo()
    {
        var keys = Create(out var next);
        var bytes = PersonFile.Write(Demo, keys, TestKeyring.Shared.For(KeyPurpose.Persons).Find(Demo, 1)!, next);
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 1;
            Assert.NotNull(PersonFile.Check(bytes, Demo));
            bytes[i] ^= 1;
        }
    }

    [Fact]
    public void PersonKeys_Write_IsFrozen()
    {
        var numbers = new Queue<ulong>([1, 2, 3, 4]);
        var keys = PersonKeys.Create(numbers.Dequeue);
        Assert.Equal("01000000000000000200000000000000" + "00" + "01" + "03000000000000000400000000000000", Convert.ToHexString(BytesOf(keys)));
        var erased = keys.Without([new Erasure(0x3, 0x4, 7, new Instant(5), IsFinished: false)]);
        Assert.Equal("01" + "03" + "04" + "07" + "0A" + "00", Convert.ToHexString(BytesOf(erased)[16..22]));
    }

    [Fact]
    public void PersonKeys_Paths_AreFrozen()
    {
        var numbers = new Queue<ulong>([1, 2, 3, 4]);
        var keys = PersonKeys.Create(numbers.Dequeue);
        Assert.Equal(
            ("9d288d2c766a", "3efa7fa40ec7", "fe158c6e796e"),
            ($"{keys.PathOf([], 77):x}", $"{keys.PathOf("C1"u8, 77):x}", $"{keys.AccountOf(77):x}"));
    }

    private static byte[] BytesOf(PersonKeys keys)
    {
        var writer = new PackedWriter();
        keys.Write(writer);
        return writer.Written.ToArray();
    }

    private static PersonKeys Create(out Func<ulong> next)
    {
        var random = new Random(3);
        next = () => (ulong)random.NextInt64();
        return PersonKeys.Create(next);
    }
}
