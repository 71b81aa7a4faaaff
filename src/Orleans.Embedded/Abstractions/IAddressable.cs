namespace Orleans.Runtime;

/// <summary>What can be called through a reference: grains and observers.</summary>
public interface IAddressable;
