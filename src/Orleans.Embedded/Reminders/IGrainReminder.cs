namespace Orleans.Runtime;

/// <summary>A reminder that was registered.</summary>
public interface IGrainReminder
{
    /// <summary>Its name, unique in its grain.</summary>
    string ReminderName { get; }
}
