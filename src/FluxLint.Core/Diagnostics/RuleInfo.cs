namespace FluxLint.Diagnostics;

/// <summary>A loaded rule, for those who list or explain rules.</summary>
/// <param name="Descriptor">What it reports.</param>
/// <param name="Name">Its name in kebab case, such as <c>missing-reference</c>.</param>
/// <param name="Page">Its page in Markdown.</param>
/// <param name="Severity">Its severity for the repository as a whole, after configuration.</param>
public sealed record RuleInfo(DiagnosticDescriptor Descriptor, string Name, string Page, Severity Severity)
{
    /// <summary>What the ids of built-in rules start with.</summary>
    internal const string BuiltInIds = "FLX";

    /// <summary>The package that it came in; null for a rule that is built in.</summary>
    internal PackIdentity? Pack { get; init; }

    /// <summary>The id of the descriptor.</summary>
    public string Id => Descriptor.Id;

    /// <summary>The address of its page; null when it has none on the web.</summary>
    public string? HelpUri => Descriptor.HelpUri;
}
