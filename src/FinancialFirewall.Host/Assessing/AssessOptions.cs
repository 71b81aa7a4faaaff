using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Host.Assessing;

/// <summary>What <c>firewall assess</c> was told.</summary>
/// <param name="Input">The payments.</param>
/// <param name="PolicyFile">The policy file; null for the built-in one.</param>
/// <param name="Output">Where answers go; <c>-</c> is standard output, null nowhere.</param>
/// <param name="RejectFile">Where refused payments go, which then are no failure; null when they are answered among the others.</param>
/// <param name="DataDirectory">Where payments are kept; null for a directory that is thrown away.</param>
/// <param name="MasterKey">Where the key is kept that opens it; null for a directory that is thrown away.</param>
/// <param name="Detail">How much each answer says.</param>
internal sealed record AssessOptions(
    InputOptions Input, string? PolicyFile, string? Output, string? RejectFile, string? DataDirectory, IMasterKeySource? MasterKey, AnswerDetail Detail)
{
    /// <summary>Stands for standard input or output.</summary>
    public const string Standard = "-";
}
