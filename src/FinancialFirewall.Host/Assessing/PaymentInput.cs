using System.Buffers;
using System.IO.Pipelines;
using FinancialFirewall.Gateway.Csv;
using FinancialFirewall.Gateway.Formats;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Assessing;

/// <summary>A file of payments that was opened: unpacked where it is packed, and its format known.</summary>
internal sealed class PaymentInput : IAsyncDisposable
{
    private const int TellingBytes = 4096;

    private readonly InputFile file;

    private PaymentInput(InputFile file) => this.file = file;

    /// <summary>The payments, unpacked.</summary>
    public PipeReader Reader => file.Reader;

    /// <summary>How they are written.</summary>
    public PaymentSyntax Syntax { get; private set; } = PaymentSyntax.Lines;

    /// <summary>How far the file was read.</summary>
    public InputProgress Progress => file.Progress;

    /// <summary>The columns that were guessed for a CSV file without a map; null where nothing was guessed.</summary>
    public GuessedMap? Guess { get; private set; }

    /// <summary>Opens a file, and looks at its beginning.</summary>
    /// <exception cref="CommandFailedException">There is no such file, or it or its column map cannot be read.</exception>
    public static async Task<PaymentInput> OpenAsync(InputOptions options, CancellationToken cancellationToken)
    {
        var map = options.MapFile is null ? null : await ColumnMapFile.ReadAsync(options.MapFile, cancellationToken);
        var input = new PaymentInput(await InputFile.OpenAsync(options.Path, cancellationToken));
        await input.FindSyntaxAsync(options, map, cancellationToken);
        return input;
    }

    /// <summary>Closes the file.</summary>
    public ValueTask DisposeAsync() => file.DisposeAsync();

    private async Task FindSyntaxAsync(InputOptions options, ColumnMap? map, CancellationToken cancellationToken)
    {
        var (beginning, isWhole) = await file.PeekAsync(TellingBytes, cancellationToken);
        var format = options.Format ?? (map is null ? FormatDetection.Detect(new ReadOnlySequence<byte>(beginning)) : PaymentFormat.Csv);
        if (map is not null && format != PaymentFormat.Csv)
        {
            throw new CommandFailedException(ExitCode.Usage, "--map belongs to CSV alone.");
        }

        Syntax = new PaymentSyntax(format, map) { Zone = options.Zone };
        if (format != PaymentFormat.Csv || map is not null)
        {
            return;
        }

        if (!isWhole)
        {
            (beginning, isWhole) = await file.PeekAsync(ColumnGuess.EnoughBytes, cancellationToken);
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
}
