using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GraphQL.Server.Tests.Reference;

/// <summary>Programs of node beside the tests; their packages are fetched the first time.</summary>
internal static class ReferenceProcess
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Reference");
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    /// <summary>Asks the reference implementation, in one process, and gives its answers in the order of the questions.</summary>
    public static async Task<List<JsonNode>> AskAsync(IReadOnlyList<JsonNode> questions)
    {
        using var process = await StartAsync("reference.mjs");
        var writing = WriteAsync(process, questions);
        List<JsonNode> answers = [];
        while (answers.Count < questions.Count)
        {
            var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The reference ended early. What it said is on standard error.");
            answers.Add(JsonNode.Parse(line)!);
        }

        await writing;
        await process.WaitForExitAsync();
        return answers;
    }

    /// <summary>Runs a program to its end, and gives what it wrote.</summary>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        using var process = await StartAsync(script, arguments);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{script} failed with {process.ExitCode}: {output}");
    }

    /// <summary>Starts a program; whoever does ends it.</summary>
    public static async Task<Process> StartAsync(string script, params string[] arguments)
    {
        await Installed.Value;
        return Start("node", [script, .. arguments]);
    }

    private static async Task WriteAsync(Process process, IReadOnlyList<JsonNode> questions)
    {
        foreach (var question in questions)
        {
            await process.StandardInput.WriteLineAsync(question.ToJsonString(JsonSerializerOptions.Default));
        }

        process.StandardInput.Close();
    }

    private static async Task InstallAsync()
    {
        if (Directory.Exists(Path.Combine(Folder, "node_modules", "graphql-ws")))
        {
            return;
        }

        using var install = Start("npm", ["ci", "--no-audit", "--no-fund"]);
        install.StandardInput.Close();
        var said = await install.StandardOutput.ReadToEndAsync();
        await install.WaitForExitAsync();
        if (install.ExitCode != 0)
        {
            throw new InvalidOperationException($"'npm ci' in {Folder} failed with {install.ExitCode}: {said}");
        }
    }

    private static Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Folder,
        };
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException($"'{program}' did not start.");
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"'{program}' is not on the PATH: the reference needs Node.js 20 or newer, with npm ({missing.Message}).", missing);
        }
    }
}
