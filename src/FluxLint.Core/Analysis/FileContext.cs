using FluxLint.Syntax;

namespace FluxLint.Analysis;

/// <summary>A YAML file.</summary>
public sealed class FileContext : RuleContext
{
    internal FileContext(RuleRun run, YamlTree tree)
        : base(run) => Tree = tree;

    /// <summary>The file.</summary>
    public YamlTree Tree { get; }
}
