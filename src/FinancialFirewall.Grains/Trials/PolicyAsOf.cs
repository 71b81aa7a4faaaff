namespace FinancialFirewall.Grains.Trials;

/// <summary>As of when lists, toggles and rates count that a policy leaves as they are. The numbers are kept on disk and never change.</summary>
public enum PolicyAsOf : byte
{
    /// <summary>As they were when the payment was decided.</summary>
    Payment = 0,

    /// <summary>As they are in the policy.</summary>
    Policy = 1,
}
