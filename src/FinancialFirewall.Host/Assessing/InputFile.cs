using System.Buffers;
using System.IO.Pipelines;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Unpacking;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Assessing;

/// <summary>A file that was opened, or standard input; unpacked where it is packed.</summary>
internal sealed class InputFile : IAsyncDisposable
{
    private const int ReadBytes = 1 << 20;
    private const int TellingBytes = 4096;
    private const string BrotliExtension = ".br";

    private readonly Stream stream;
    private readonly PipeReader packed;

    private InputFile(Stream stream, PipeReader packed, PipeReader reader)
    {
        this.stream = stream;
        this.packed = packed;
        Reader = reader;
        Progress = new InputProgress(stream);
    }

    /// <summary>What is in it, unpacked.</summary>
    public PipeReader Reader { get; }

    /// <summary>How far it was read.</summary>
    public InputProgress Progress { get; }

    /// <summary>Opens a file: gzip is told by its first bytes, Brotli by its name.</summary>
    /// <exception cref="CommandFailedException">There is no such file, or it cannot be read.</exception>
    public static async Task<InputFile> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var opened = OpenStream(path);
        var bytes = PipeReader.Create(opened, new StreamPipeReaderOptions(bufferSize: ReadBytes, minimumReadSize: ReadBytes / 4, leaveOpen: true));
        var (beginning, _) = await PeekAsync(bytes, TellingBytes, cancellationToken);
        var packing = path.EndsWith(BrotliExtension, StringComparison.OrdinalIgnoreCase) ? Packing.Brotli : Unpacker.Detect(new ReadOnlySequence<byte>(beginning));
        return new InputFile(opened, bytes, Unpacker.Open(bytes, packing, new GatewayLimits()));
    }

    /// <summary>Looks at the beginning and leaves it to be read.</summary>
    /// <param name="bytes">How many bytes are enough.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The beginning, and whether that is everything.</returns>
    /// <exception cref="CommandFailedException">It cannot be unpacked.</exception>
    public Task<(byte[] Beginning, bool IsWhole)> PeekAsync(int bytes, CancellationToken cancellationToken) => PeekAsync(Reader, bytes, cancellationToken);

    /// <summary>Closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        await Reader.CompleteAsync();
        await packed.CompleteAsync();
        await stream.DisposeAsync();
    }

    private static async Task<(byte[] Beginning, bool IsWhole)> PeekAsync(PipeReader reader, int bytes, CancellationToken cancellationToken)
    {
        try
        {
            var result = await reader.ReadAtLeastAsync(bytes, cancellationToken);
            var beginning = result.Buffer.Slice(0, Math.Min(bytes, result.Buffer.Length)).ToArray();
            var isWhole = result.IsCompleted && result.Buffer.Length <= bytes;
            reader.AdvanceTo(result.Buffer.Start);
            return (beginning, isWhole);
        }
        catch (IOException unreadable)
        {
            throw new CommandFailedException(ExitCode.InputRefused, unreadable.Message);
        }
    }

    private static Stream OpenStream(string path)
    {
        if (path is AssessOptions.Standard)
        {
            return Console.OpenStandardInput();
        }

        return File.Exists(path)
            ? new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan | FileOptions.Asynchronous, BufferSize = 0 })
            : throw new CommandFailedException(ExitCode.Usage, $"There is no file '{path}'.");
    }
}
