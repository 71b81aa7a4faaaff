using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace FinancialFirewall.Host.CommandLine;

/// <summary>Shows the help of a command, and its lesson.</summary>
/// <param name="help">Shows the help.</param>
/// <param name="rootLesson">What the help of the command above all others teaches.</param>
internal sealed class LessonHelpAction(HelpAction help, string rootLesson) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        var lesson = parseResult.CommandResult.Command switch
        {
            LessonCommand command => command.Lesson,
            RootCommand => rootLesson,
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
