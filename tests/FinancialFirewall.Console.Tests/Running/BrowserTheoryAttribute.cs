namespace FinancialFirewall.Console.Tests.Running;

/// <summary>A test in a browser with several sets of data, which is left out with a reason where Node.js or Chromium is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = BrowserProgram.Missing;
}
