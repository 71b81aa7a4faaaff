using System.Text;
using FinancialFirewall.Domain.Histories;

namespace FinancialFirewall.Domain.Tests.Histories;

/// <summary>A payment with an amount, a text, and what its windows' filters say of it.</summary>
internal sealed class NaivePayment(long amount, string text, bool accepted, int marks)
{
    public long At { get; set; }

    public long Amount { get; } = amount;

    public long Rest { get; set; } = amount;

    public bool Undone { get; set; }

    public string Text { get; } = text;

    public byte[] Bytes { get; } = [1, 2, 3, .. Encoding.UTF8.GetBytes(text)];

    public bool Accepted { get; } = accepted;

    public ulong TextHash { get; } = Hash(text);

    /// <summary>Equal for all windows of one series, different between series: some filter some payments out, some cannot evaluate some.</summary>
    public Contribution ContributionTo(WindowDefinition window, long? amount = null)
    {
        var name = window.SeriesId ?? window.Id;
        var filter = (name.Length + name[0] + name[^1]) % 5;
        var counts = filter == 0 || ((marks >> filter) & 3) != 0;
        var unknown = (marks & 0x3F0) == 0x10 * (1 + filter);
        return new Contribution(counts, unknown, amount ?? Amount, TextHash, 3, (ushort)(Bytes.Length - 3));
    }

    public Contribution[] ContributionsTo(WindowPlan plan, long? amount = null) => [.. plan.Windows.Select(w => ContributionTo(w, amount))];

    public static ulong Hash(string text) => text.Aggregate(14695981039346656037, (hash, c) => (hash ^ c) * 1099511628211);
}
