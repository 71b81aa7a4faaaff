using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace FinancialFirewall.Host.CommandLine;

/// <summary>Shows the help of a command, and its lesson.</summary>
internal sealed class LessonHelpAction(HelpAction help) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        var lesson = parseResult.CommandResult.Command switch
        {
            LessonCommand command => command.Lesson,
            RootCommand => FirewallCommand.Lesson,
            _ => "",
        };
        if (lesson.Length > 0)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(lesson);
            parseResult.InvocationConfiguration.Output.WriteLine();
        }

        return result;
    }
}
