using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.DataDirectories;

namespace FinancialFirewall.Host.Policies;

/// <summary>Lists what is wrong with a policy file.</summary>
internal static class PolicyCheck
{
    /// <summary>Reads and compiles the file, and keeps nothing.</summary>
    public static async Task<ExitCode> RunAsync(string path, CancellationToken interrupted)
    {
        var compiled = Compile(await PolicyFileText.ReadAsync(path, interrupted));
        if (!compiled.IsSuccess)
        {
            foreach (var error in compiled.Errors)
            {
                await Console.Error.WriteLineAsync($"error: {ErrorText.Of(error)}");
            }

            await Console.Error.WriteLineAsync($"'{path}' has {compiled.Errors.Count} mistake(s) and cannot be used.");
            return ExitCode.InputRefused;
        }

        foreach (var warning in compiled.Value.Warnings)
        {
            await Console.Error.WriteLineAsync($"warning: {warning.Pointer}: {warning.Message} ({warning.Code})");
        }

        await Console.Out.WriteLineAsync($"'{path}' can be used; its hash is {compiled.Value.Hash}.");
        return ExitCode.Done;
    }

    private static Result<CompiledPolicy> Compile(ReadOnlyMemory<byte> json)
    {
        var document = PolicyDocumentReader.Read(json.Span);
        return document.IsSuccess
            ? PolicyCompiler.Compile(document.Value, version: 1, DemoTenant.Id, default(Instant))
            : Result.Failure<CompiledPolicy>(document.Errors);
    }
}
