using GraphQL.Server.Language;

namespace GraphQL.Server.Validation;

/// <summary>§5.4.2: an argument is given once.</summary>
internal sealed class UniqueArgumentNamesRule : ValidationRule
{
    public override void Arguments(ValidationContext context, ArgumentSyntax[] arguments)
    {
        if (arguments.Length < 2)
        {
            return;
        }

        foreach (var same in arguments.GroupBy(argument => argument.Name.Value, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
        {
            context.Report(
                nameof(UniqueArgumentNamesRule),
                $"There can be only one argument named \"{same.Key}\".",
                same.Select(argument => argument.Name.Start));
        }
    }
}
