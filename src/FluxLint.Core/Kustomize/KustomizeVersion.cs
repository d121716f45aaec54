namespace FluxLint.Kustomize;

/// <summary>
/// A version of kustomize, with what tells it from others. The facts are from the release notes of kubernetes-sigs/kustomize, and each was
/// tried with the versions that <c>kubectl</c> carries: 5.5 in 1.32, 5.7 in 1.35. Which Flux builds with which version is from
/// <c>kustomize/go.mod</c> of fluxcd/pkg.
/// </summary>
/// <param name="Minor">The number behind <c>5.</c></param>
internal readonly record struct KustomizeVersion(int Minor)
{
    /// <summary>The newest that is known.</summary>
    public static readonly KustomizeVersion Newest = new(8);

    private static readonly KustomizeVersion Oldest = new(5);

    /// <summary>Whether a patch for a target may be empty but for comments.</summary>
    public bool TakesEmptyPatches => Minor >= 6;

    /// <summary>Whether an empty patch is skipped where it has no target either.</summary>
    public bool TakesEmptyPatchesForNothing => Minor >= 8;

    /// <summary>Whether <c>replacements</c> take a <c>sourceValue</c>.</summary>
    public bool HasSourceValue => Minor >= 7;

    /// <summary>Whether <c>images</c> change the images of volumes.</summary>
    public bool ChangesImageVolumes => Minor >= 7;

    /// <summary>Whether the targets of <c>replacements</c> are selected by regular expressions.</summary>
    public bool SelectsByPattern => Minor >= 8;

    /// <summary>Whether the path of a replacement goes on in JSON or YAML that a field holds as text.</summary>
    public bool ReplacesInText => Minor >= 8;

    /// <summary>The version that a Flux builds with; the newest where the version of Flux is not known.</summary>
    public static KustomizeVersion OfFlux(Version? flux) => flux switch
    {
        null => Newest,
        { Major: < 2 } or { Major: 2, Minor: < 5 } => Oldest,
        { Major: 2, Minor: < 7 } => new(6),
        { Major: 2, Minor: 7 } => new(7),
        _ => Newest,
    };

    /// <summary>Reads a version such as <c>5.7</c>; null for one that is not known.</summary>
    public static KustomizeVersion? Parse(string text)
    {
        var parts = (text.StartsWith('v') ? text[1..] : text).Split('.');
        return parts is ["5", _, ..] && parts.Length <= 3 && int.TryParse(parts[1], out var minor) && minor >= Oldest.Minor && minor <= Newest.Minor
            ? new(minor)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"5.{Minor}";
}
