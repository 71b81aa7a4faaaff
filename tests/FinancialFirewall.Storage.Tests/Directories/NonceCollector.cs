using System.Buffers.Binary;
using System.Text;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Snapshots;

namespace FinancialFirewall.Storage.Tests.Directories;

/// <summary>Takes every write to a simulated disk apart, finds the key and nonce of all that is sealed in it, and notices what would be readable.</summary>
internal sealed class NonceCollector(string marker)
{
    private readonly Dictionary<string, string> sealedWith = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ulong> salts = new(StringComparer.Ordinal);

    public int Count => sealedWith.Count;

    /// <summary>Nonces that sealed two different things, and places where the marker can be read.</summary>
    public List<string> Problems { get; } = [];

    public void Write(string path, long offset, byte[] bytes)
    {
        if (Encoding.Latin1.GetString(bytes).Contains(marker, StringComparison.Ordinal))
        {
            Problems.Add($"'{path}' at {offset} is readable");
        }

        if (path.StartsWith("keys/", StringComparison.Ordinal))
        {
            TakeKeys(path, bytes);
        }
        else if (path.StartsWith("snapshots/", StringComparison.Ordinal))
        {
            Take("snapshots", bytes.AsSpan(48, 40), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(44)), bytes.AsSpan(88, 12), bytes.AsSpan(SnapshotHeader.Length));
        }
        else if (LogFileName.Parse(path[(path.LastIndexOf('/') + 1)..]) is not null)
        {
            TakeLog(path, offset, bytes);
        }
    }

    private void TakeKeys(string path, byte[] bytes)
    {
        for (var at = KeyFile.HeaderLength; at + WrappedKey.Length < bytes.Length; at += WrappedKey.Length)
        {
            var wrappedBy = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 4));
            Take(wrappedBy == 0 ? "master" : "root", bytes.AsSpan(56, 8), wrappedBy, bytes.AsSpan(at + 16, 12), bytes.AsSpan(at + 28, 48));
        }

        if (bytes.Length <= KeyFile.HeaderLength)
        {
            Problems.Add($"'{path}' holds no key");
        }
    }

    private void TakeLog(string writtenAs, long offset, byte[] bytes)
    {
        // A generation of states gets its name when it is complete.
        var path = writtenAs.Replace(".tmp", "", StringComparison.Ordinal);
        if (offset == 0)
        {
            salts[path] = LogFileHeader.SaltOf(bytes);
            return;
        }

        for (var at = 0; at < bytes.Length;)
        {
            var (header, _, problem) = FrameHeader.Read(bytes.AsSpan(at), salts[path]);
            if (problem is not null)
            {
                Problems.Add($"'{path}' at {offset + at} is no frame");
                return;
            }

            TakeFrame(path[..path.IndexOf('/', StringComparison.Ordinal)], salts[path], header, bytes.AsSpan(at, FrameHeader.Length + header.PayloadLength));
            at += FrameHeader.Length + header.PayloadLength;
        }
    }

    private void TakeFrame(string log, ulong salt, FrameHeader header, ReadOnlySpan<byte> frame)
    {
        if (header.Flags.HasFlag(FrameFlags.Seal))
        {
            return;
        }

        Span<byte> nonce = stackalloc byte[TenantCipher.NonceLength];
        NonceSequence.Write(nonce, salt, header.Counter);
        Take(log, frame.Slice(48, 40), header.KeyNumber, nonce, frame[..FrameHeader.TagStart]);
        for (var start = FrameHeader.Length; start < frame.Length;)
        {
            var run = RunHeader.Read(frame[start..]).Header;
            NonceSequence.Write(nonce, salt, run.Counter);
            Take(log, frame.Slice(48, 40), run.KeyNumber, nonce, frame.Slice(start, run.RunLength));
            start += run.RunLength;
        }
    }

    private void Take(string purpose, ReadOnlySpan<byte> owner, uint key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> content)
    {
        var name = $"{purpose} {Convert.ToHexString(owner)} key {key} nonce {Convert.ToHexString(nonce)}";
        var text = Convert.ToHexString(content);
        if (!sealedWith.TryAdd(name, text) && !string.Equals(sealedWith[name], text, StringComparison.Ordinal))
        {
            Problems.Add($"{name} sealed two things");
        }
    }
}
