using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Policies;

/// <summary>One configuration as a caller sends it.</summary>
public static class ConfigurationBody
{
    /// <summary>
    /// Reads a configuration and its conditions, so that everything that is wrong with it is said at once. Whether the lists that it names exist is for the
    /// policy to say that it becomes a part of.
    /// </summary>
    /// <param name="utf8">A JSON object of at most <see cref="RiskConfigurationDocument.MaximumLength"/> bytes.</param>
    /// <returns>The configuration; or every error with its JSON pointer, and in a condition with line and column.</returns>
    public static Result<RiskConfiguration> Read(ReadOnlySpan<byte> utf8)
    {
        var parsed = DocumentText.Parse(utf8, RiskConfigurationDocument.MaximumLength);
        if (!parsed.IsSuccess)
        {
            return Result.Failure<RiskConfiguration>(parsed.Errors);
        }

        using var json = parsed.Value;
        var errors = new DocumentErrors();
        if (DocumentObject.Open(json.RootElement, "", errors) is not { } document)
        {
            return Result.Failure<RiskConfiguration>(errors.All);
        }

        var configuration = RiskConfigurationDocument.Read(document, position: 0);
        ConfigurationConditions.Check(configuration, "", listNames: null, errors);
        return errors.Outcome(configuration);
    }
}
