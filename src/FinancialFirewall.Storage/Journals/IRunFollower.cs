using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.Journals;

/// <summary>Learns of every run that is committed and not archived. It is called by one at a time.</summary>
internal interface IRunFollower
{
    /// <summary>A run that is about to be committed, with all its bytes.</summary>
    void Stage(TenantId tenant, in RunHeader header, ReadOnlySpan<byte> run);

    /// <summary>What was staged is committed, in this log file.</summary>
    void Publish(uint file);

    /// <summary>What was staged is not committed.</summary>
    void Drop();

    /// <summary>All of a log file is archived.</summary>
    void Release(uint file);
}
