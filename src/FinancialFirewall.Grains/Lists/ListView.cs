using System.Security.Cryptography;
using System.Text;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Grains.Lists;

/// <summary>A list of the policy in force, as people look at it.</summary>
public sealed class ListView
{
    private const int TagLength = 16;

    private readonly Lazy<ListContent> content;

    /// <param name="policy">The policy.</param>
    /// <param name="index">The place of the list in its document.</param>
    public ListView(CompiledPolicy policy, int index)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Definition = policy.Document.Lists[index];
        UsedBy = [.. policy.UsersOf(Definition.Name)];
        content = new Lazy<ListContent>(() => policy.ContentAt(index) ?? ListContent.Of(Definition));
        Revision = policy.ContentAt(index)?.Revision ?? 0;
        Count = policy.ContentAt(index)?.Count ?? Definition.Entries.Count;
    }

    /// <summary>What it does.</summary>
    public ListDefinition Definition { get; }

    /// <summary>The rules and criteria that ask for it, in words.</summary>
    public IReadOnlyList<string> UsedBy { get; }

    /// <summary>How many entries it has, expired ones included.</summary>
    public int Count { get; }

    /// <summary>How many changes of its entries there were since they stood in a policy file.</summary>
    public int Revision { get; }

    /// <summary>What it holds; worked out at the first call where it stands in the policy file.</summary>
    public ListContent Content => content.Value;

    /// <summary>What holds this state of the list apart from others, for <c>ETag</c> and <c>If-Match</c>.</summary>
    public string Tag => TagOf(Definition);

    /// <summary>Who adds an entry, as it is kept with it: the kind and the id of the actor.</summary>
    internal static string NameOf(AuditActor actor) => $"{actor.Kind} {actor.Id}".TrimEnd();

    internal static string TagOf(ListDefinition list)
    {
        var contents = list.Content ?? string.Join('\n', list.Entries.Select(static entry => $"{entry.Value}\t{entry.ExpiresAt}\t{entry.Reason}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{list.Kind} {list.Mandatory} {list.Member}\n{contents}")))[..TagLength];
    }
}
