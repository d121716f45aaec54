using System.Collections.Immutable;
using FluxLint.Diagnostics;

namespace FluxLint.Analysis;

/// <summary>A set of rules that is shipped together.</summary>
public abstract class RulePack
{
    /// <summary>The name of the pack, such as its package id.</summary>
    public abstract string Name { get; }

    /// <summary>The package that it was loaded from; null for one that the caller made.</summary>
    internal virtual PackIdentity? Identity => null;

    /// <summary>Its rules in id order.</summary>
    public abstract ImmutableArray<Rule> Rules { get; }

    /// <summary>
    /// The page of a rule in Markdown; empty when it has none. It is the resource of the rule's assembly that is called as its class is, such as
    /// <c>MissingOwner.md</c>.
    /// </summary>
    public virtual string Page(Rule rule)
    {
        using var stream = rule.GetType().Assembly.GetManifestResourceStream($"{rule.GetType().Name}.md");
        if (stream is null)
            return "";
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
