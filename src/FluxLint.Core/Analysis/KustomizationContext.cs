using FluxLint.Kustomize.Builds;

namespace FluxLint.Analysis;

/// <summary>A kustomization directory, rendered.</summary>
public sealed class KustomizationContext : RuleContext
{
    internal KustomizationContext(RuleRun run, Rendering rendering)
        : base(run) => Rendering = rendering;

    /// <summary>What the directory makes.</summary>
    public Rendering Rendering { get; }
}
