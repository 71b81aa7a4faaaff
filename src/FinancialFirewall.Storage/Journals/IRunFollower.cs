using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.Journals;

/// <summary>Learns of every run that is committed and not archived. It is called by one at a time.</summary>
internal interface IRunFollower
{
    /// <summary>A run that is about to be committed.</summary>
    /// <param name="tenant">Whose run it is.</param>
    /// <param name="header">Its header.</param>
    /// <param name="body">The lengths of its records and the records.</param>
    void Stage(TenantId tenant, in RunHeader header, ReadOnlySpan<byte> body);

    /// <summary>What was staged is committed, in this log file.</summary>
    void Publish(uint file);

    /// <summary>What was staged is not committed.</summary>
    void Drop();

    /// <summary>All of a log file is archived.</summary>
    void Release(uint file);
}
