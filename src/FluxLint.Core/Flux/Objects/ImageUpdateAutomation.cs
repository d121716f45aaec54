using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>An <c>ImageUpdateAutomation</c> (image.toolkit.fluxcd.io): writes newer tags into a Git repository.</summary>
public sealed class ImageUpdateAutomation : FluxObject
{
    internal ImageUpdateAutomation(Resource resource, YamlMapping spec)
        : base(resource, spec)
    {
    }

    /// <summary>The repository.</summary>
    public SourceReference? Source => SourceReference.Of(Spec.Mapping("sourceRef"), Resource.Id.Namespace, "GitRepository");

    /// <summary>The branch that is read; that of the source when it is absent.</summary>
    public YamlScalar? CheckoutBranch => Spec.At("git", "checkout", "ref", "branch") as YamlScalar;

    /// <summary>The branch that is written; the one that is read when it is absent.</summary>
    public YamlScalar? PushBranch => Spec.At("git", "push", "branch") as YamlScalar;

    /// <summary>The directory whose files are changed; the root when it is absent.</summary>
    public YamlScalar? UpdatePath => Spec.At("update", "path") as YamlScalar;

    private protected override IEnumerable<SourceReference> ReadSources() => Source is { } source ? [source] : [];
}
