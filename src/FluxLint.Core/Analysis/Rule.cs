using System.Text;
using FluxLint.Diagnostics;

namespace FluxLint.Analysis;

/// <summary>A rule. It holds no state and does no I/O: one instance serves all threads.</summary>
public abstract class Rule
{
    /// <summary>What the driver reports when a rule throws.</summary>
    public static DiagnosticDescriptor Crash => RuleDriver.Crash;

    /// <summary>What any rule reports where it gives up, because something takes more than it spends on it.</summary>
    public static DiagnosticDescriptor Limit => RuleDriver.Limit;

    /// <summary>The rule's name in kebab case, made from its class: <c>MissingReference</c> is <c>missing-reference</c>.</summary>
    public string Name => GivenName ?? KebabCase(GetType().Name);

    /// <summary>The name of a rule whose class does not tell; null for any other.</summary>
    internal virtual string? GivenName => null;

    /// <summary>What to call it when it crashes.</summary>
    internal virtual string Title => Describe().Id;

    /// <summary>What the rule reports.</summary>
    public abstract DiagnosticDescriptor Describe();

    /// <summary>Says what the rule looks at.</summary>
    public abstract void Register(RuleRegistry registry);

    private static string KebabCase(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }
}
