namespace Orleans;

/// <summary>Marks grains whose key is a <see cref="long"/>.</summary>
public interface IGrainWithIntegerKey : IGrain;
