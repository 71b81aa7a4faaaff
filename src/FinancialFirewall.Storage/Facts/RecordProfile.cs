using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Storage.Facts;

/// <summary>
/// All that a record can be looked up by, except its reference, its account and its time. Many records share a profile, so that indexes keep each one
/// once and a small number for every record.
/// </summary>
/// <param name="Kind">What the record says.</param>
/// <param name="Level">The risk level; unset where the record is no assessment, as all that follows.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Status">How far it was.</param>
/// <param name="PolicyVersion">The policy version that decided.</param>
/// <param name="Configuration">The place of the configuration in that policy; −1 for none.</param>
/// <param name="Factors">The places of the factors that held, in that configuration.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RecordProfile(
    RecordKind Kind, RiskLevel Level, Decision Decision, AssessmentStatus Status, int PolicyVersion, short Configuration, FactorSet Factors)
{
    private const long Spread = 0x1E37_79B9_7F4A_7C15;

    /// <summary>All that is a small number, as one.</summary>
    private long Numbers
        => (byte)Kind | ((long)(byte)Level << 8) | ((long)(byte)Decision << 16) | ((long)(byte)Status << 24) | ((long)(ushort)Configuration << 32);

    /// <summary>The profile of a record that is no assessment.</summary>
    public static RecordProfile Of(RecordKind kind) => new(kind, default, default, AssessmentStatus.None, 0, -1, default);

    /// <inheritdoc/>
    public bool Equals(RecordProfile other)
        => Numbers == other.Numbers && PolicyVersion == other.PolicyVersion && Factors == other.Factors;

    /// <inheritdoc/>
    public override int GetHashCode() => ((Numbers * Spread) ^ (PolicyVersion * Spread)).GetHashCode() ^ Factors.GetHashCode();

    internal static RecordProfile Read(ref PackedReader reader)
    {
        var kind = (RecordKind)reader.Byte();
        var level = (RiskLevel)reader.Byte();
        var decision = (Decision)reader.Byte();
        var status = (AssessmentStatus)reader.Byte();
        var version = (int)reader.Number();
        var configuration = (short)reader.Signed();
        return new(kind, level, decision, status, version, configuration, FactorSet.Read(reader.Bytes(reader.Count(FactorSet.Capacity / 8))));
    }

    internal void Write(PackedWriter writer)
    {
        writer.Byte((byte)Kind);
        writer.Byte((byte)Level);
        writer.Byte((byte)Decision);
        writer.Byte((byte)Status);
        writer.Number((ulong)(uint)PolicyVersion);
        writer.Signed(Configuration);
        var length = (Factors.End + 7) / 8;
        writer.Number((ulong)length);
        Factors.Write(writer.Take(length));
    }
}
