namespace FluxLint.Kustomize;

/// <summary>What a patch is meant for.</summary>
internal abstract class PatchTarget
{
    /// <summary>The target in words.</summary>
    public abstract string Description { get; }

    /// <summary>Whether a resource is meant.</summary>
    public abstract bool Matches(Resource resource);

    /// <summary>What something other than a name selects.</summary>
    /// <param name="matches">Whether a resource is meant.</param>
    /// <param name="description">The target in words.</param>
    public static PatchTarget Of(Func<Resource, bool> matches, string description) => new Selection(matches, description);

    private sealed class Selection(Func<Resource, bool> matches, string description) : PatchTarget
    {
        public override string Description => description;

        public override bool Matches(Resource resource) => matches(resource);
    }
}
