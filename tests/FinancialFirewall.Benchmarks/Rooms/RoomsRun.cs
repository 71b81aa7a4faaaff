using BenchmarkDotNet.Running;

namespace FinancialFirewall.Benchmarks.Rooms;

/// <summary>Runs BenchmarkDotNet over what lies between the domain and the server: journal, grain calls, references.</summary>
internal static class RoomsRun
{
    /// <summary>Runs those that arguments of BenchmarkDotNet ask for; all where there are none.</summary>
    public static void Run(string[] arguments) => BenchmarkSwitcher
        .FromTypes([typeof(JournalRoom), typeof(GrainCallRoom), typeof(ReferenceRoom)])
        .Run(arguments.Length == 0 ? ["--filter", "*"] : arguments);
}
