using System.Buffers;
using System.IO.Pipelines;
using FinancialFirewall.Gateway.Csv;
using FinancialFirewall.Gateway.Formats;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Unpacking;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Assessing;

/// <summary>A file of payments that was opened: unpacked where it is packed, and its format known.</summary>
internal sealed class PaymentInput : IAsyncDisposable
{
    private const int ReadBytes = 1 << 20;
    private const int TellingBytes = 4096;
    private const string BrotliExtension = ".br";

    private readonly Stream stream;
    private readonly PipeReader packed;

    private PaymentInput(Stream stream, PipeReader packed, PipeReader reader)
    {
        this.stream = stream;
        this.packed = packed;
        Reader = reader;
        Progress = new InputProgress(stream);
    }

    /// <summary>The payments, unpacked.</summary>
    public PipeReader Reader { get; }

    /// <summary>How they are written.</summary>
    public PaymentSyntax Syntax { get; private set; } = PaymentSyntax.Lines;

    /// <summary>How far the file was read.</summary>
    public InputProgress Progress { get; }

    /// <summary>The columns that were guessed for a CSV file without a map; null where nothing was guessed.</summary>
    public GuessedMap? Guess { get; private set; }

    /// <summary>Opens a file, and looks at its beginning.</summary>
    /// <exception cref="CommandFailedException">There is no such file, or it or its column map cannot be read.</exception>
    public static async Task<PaymentInput> OpenAsync(InputOptions options, CancellationToken cancellationToken)
    {
        var map = options.MapFile is null ? null : await ColumnMapFile.ReadAsync(options.MapFile, cancellationToken);
        var file = OpenStream(options.Path);
        var bytes = PipeReader.Create(file, new StreamPipeReaderOptions(bufferSize: ReadBytes, minimumReadSize: ReadBytes / 4, leaveOpen: true));
        var (beginning, _) = await PeekAsync(bytes, TellingBytes, cancellationToken);
        var packing = options.Path.EndsWith(BrotliExtension, StringComparison.OrdinalIgnoreCase) ? Packing.Brotli : Unpacker.Detect(new ReadOnlySequence<byte>(beginning));
        var input = new PaymentInput(file, bytes, Unpacker.Open(bytes, packing, new GatewayLimits()));
        await input.FindSyntaxAsync(options, map, cancellationToken);
        return input;
    }

    /// <summary>Closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await Reader.CompleteAsync();
        await packed.CompleteAsync();
        await stream.DisposeAsync();
    }

    private async Task FindSyntaxAsync(InputOptions options, ColumnMap? map, CancellationToken cancellationToken)
    {
        var (beginning, isWhole) = await PeekAsync(Reader, TellingBytes, cancellationToken);
        var format = options.Format ?? (map is null ? FormatDetection.Detect(new ReadOnlySequence<byte>(beginning)) : PaymentFormat.Csv);
        if (map is not null && format != PaymentFormat.Csv)
        {
            throw new CommandFailedException(ExitCode.Usage, "--map belongs to CSV alone.");
        }

        Syntax = new PaymentSyntax(format, map);
        if (format != PaymentFormat.Csv || map is not null)
        {
            return;
        }

        if (!isWhole)
        {
            (beginning, isWhole) = await PeekAsync(Reader, ColumnGuess.EnoughBytes, cancellationToken);
        }

        GuessColumns(beginning, isWhole);
    }

    private void GuessColumns(byte[] beginning, bool isWhole)
    {
        if (ColumnGuess.IsPlain(beginning))
        {
            return;
        }

        var guess = ColumnGuess.Propose(beginning, isWhole);
        if (!guess.IsSuccess)
        {
            throw CommandFailedException.Because(ExitCode.InputRefused, guess.Errors);
        }

        Guess = guess.Value;
        Syntax = Syntax with { Map = Guess.Map };
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
