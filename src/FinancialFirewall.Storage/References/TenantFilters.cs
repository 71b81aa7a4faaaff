namespace FinancialFirewall.Storage.References;

/// <summary>
/// Says of nearly every new reference of one tenant that it is in no log file. A filter is for <see cref="FilesTogether"/> log files together, because each one that is asked is a wait for memory. It
/// goes with the last of its files: until then it also knows the references of those before, which are found in segments by then.
/// </summary>
internal sealed class TenantFilters
{
    /// <summary>For how many log files one filter is.</summary>
    public const int FilesTogether = 8;

    // By their files, which are never lower than those before.
    private readonly List<Era> eras = [];

    /// <summary>Whether there is no file any more.</summary>
    public bool IsEmpty => eras.Count == 0;

    /// <summary>The size of all filters, in bytes.</summary>
    public long AllocatedBytes => eras.Sum(static era => era.Filter.AllocatedBytes);

    /// <summary>The filter for the references of a log file, whose number is never lower than one before.</summary>
    public GrowingFilter For(uint file)
    {
        var latest = eras.Count == 0 ? null : eras[^1];
        if (latest is null || (latest.LastFile != file && latest.IsOver))
        {
            eras.Add(latest = new Era(latest?.ExpectedNext ?? 0));
        }

        latest.Begin(file);
        return latest.Filter;
    }

    /// <summary>Forgets what is of a log file or of one before, as far as whole filters go.</summary>
    public void Release(uint file) => eras.RemoveAll(era => era.LastFile <= file);

    /// <summary>Whether a reference may be in a log file; where not, it surely is in none.</summary>
    public bool MayContain(ulong hash)
    {
        foreach (var era in eras)
        {
            if (era.Filter.MayContain(hash))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Marks each reference that <see cref="MayContain"/>; so many at once that their waits for memory overlap.</summary>
    public void Ask(ReadOnlySpan<ulong> hashes, Span<bool> found)
    {
        foreach (var era in eras)
        {
            foreach (var hash in hashes)
            {
                era.Filter.Approach(hash);
            }

            for (var i = 0; i < hashes.Length; i++)
            {
                found[i] |= era.Filter.MayContain(hashes[i]);
            }
        }
    }

    /// <summary>Some log files in a row, and the filter for them.</summary>
    private sealed class Era(long expected)
    {
        private int files;

        public GrowingFilter Filter { get; } = new(expected);

        public uint LastFile { get; private set; }

        /// <summary>Whether the next file begins another one: this one has its files, or more references came than were expected, for which there is more than one filter to ask.</summary>
        public bool IsOver => files == FilesTogether || Filter.HasGrown;

        /// <summary>How many references the next one should have room for: as many as this one has in each file, and rather a few more than one too many.</summary>
        public long ExpectedNext => Filter.Count / files * FilesTogether * 9 / 8;

        public void Begin(uint file)
        {
            files += files == 0 || file != LastFile ? 1 : 0;
            LastFile = file;
        }
    }
}
