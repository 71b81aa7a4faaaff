namespace Orleans;

/// <summary>Marks grains whose key is a <see cref="Guid"/>.</summary>
public interface IGrainWithGuidKey : IGrain;
