namespace Orleans.Runtime;

internal sealed class GrainReminder(ReminderEntry entry) : IGrainReminder
{
    public ReminderEntry Entry { get; } = entry;

    public string ReminderName => Entry.ReminderName;

    public override string ToString() => $"{Entry.GrainId}:{Entry.ReminderName}";
}
