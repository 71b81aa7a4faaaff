namespace Orleans;

/// <summary>Marks grains whose key is text.</summary>
public interface IGrainWithStringKey : IGrain;
