using System.CommandLine;

namespace FinancialFirewall.Host.CommandLine;

/// <summary>A command whose help also teaches how it is used.</summary>
internal sealed class LessonCommand(string name, string description, string lesson) : Command(name, description)
{
    /// <summary>What its help says below the options: what happens, examples, exit codes.</summary>
    public string Lesson { get; } = lesson;
}
