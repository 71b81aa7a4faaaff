using System.Collections.Frozen;
using System.Text;
using FinancialFirewall.Domain.Access;

namespace FinancialFirewall.Gateway.Graph;

/// <summary>How the schema spells permissions: <c>ASSESS_PAYMENTS</c>.</summary>
internal static class PermissionNames
{
    /// <summary>Stands for no permission: a key that is good will do.</summary>
    public const string None = "NONE";

    private static readonly FrozenDictionary<string, Permission> Names = Enum.GetValues<Permission>().ToFrozenDictionary(Of, StringComparer.Ordinal);

    /// <summary>All names but <see cref="None"/>.</summary>
    public static IEnumerable<string> All => Names.Keys;

    /// <summary>The permission of a name; null where there is none.</summary>
    public static Permission? Find(string name) => Names.TryGetValue(name, out var permission) ? permission : null;

    /// <summary>The name of a permission.</summary>
    public static string Of(Permission permission)
    {
        var text = new StringBuilder();
        foreach (var letter in permission.ToString())
        {
            text.Append(char.IsAsciiLetterUpper(letter) && text.Length > 0 ? "_" : "").Append(char.ToUpperInvariant(letter));
        }

        return text.ToString();
    }
}
