using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A <c>GitRepository</c>: a revision of a Git repository.</summary>
public sealed class GitRepository : Source
{
    internal GitRepository(Resource resource, YamlMapping spec)
        : base(resource, spec)
    {
    }

    /// <summary>The branch; <c>master</c> when the <c>ref</c> names nothing else. A commit, name, range or tag wins over it.</summary>
    public YamlScalar? Branch => Reference?.Scalar("branch");

    /// <summary>The tag. A commit, name or range wins over it.</summary>
    public YamlScalar? Tag => Reference?.Scalar("tag");

    /// <summary>The range of tags to take the newest of. A commit or name wins over it.</summary>
    public YamlScalar? VersionRange => Reference?.Scalar("semver");

    /// <summary>The full name of a Git reference, such as <c>refs/heads/main</c>. A commit alone wins over it.</summary>
    public YamlScalar? ReferenceName => Reference?.Scalar("name");

    /// <summary>The commit.</summary>
    public YamlScalar? Commit => Reference?.Scalar("commit");

    /// <summary>Whether a commit, name, tag or range of tags is taken instead of a branch.</summary>
    public bool IsPinned => (Commit ?? ReferenceName ?? Tag ?? VersionRange) is not null;

    /// <summary>The directories that are checked out; all when it is absent.</summary>
    public YamlSequence? SparseCheckout => Spec.Sequence("sparseCheckout");

    /// <summary>The other repositories whose content is copied into this one.</summary>
    public IEnumerable<SourceReference> Includes =>
        Items("include").Select(item => SourceReference.Of(item.Mapping("repository"), Resource.Id.Namespace, "GitRepository")).OfType<SourceReference>();

    /// <summary>Where the content of the others is copied to: the name of each, unless <c>toPath</c> says it; null where that is not known.</summary>
    internal IEnumerable<string?> IncludedPaths =>
        Items("include").Select(item => item.Text("toPath") is { Length: > 0 } path ? path : item.Mapping("repository")?.Text("name"));

    private protected override IEnumerable<SourceReference> ReadSources() => Includes;
}
