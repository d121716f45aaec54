using FluxLint.Flux;
using FluxLint.Syntax;
using Semver;

namespace FluxLint.Fleet;

/// <summary>One way in which a chart installs CRDs.</summary>
/// <param name="IsFolder">Whether they are in the <c>crds</c> folder, which the HelmRelease may skip.</param>
/// <param name="Value">The value that switches them; null when none does.</param>
/// <param name="Default">What the value is in the chart.</param>
/// <param name="Versions">The versions of the chart that install them so; null for all.</param>
internal sealed record CrdInstallation(bool IsFolder, string? Value, bool Default, SemVersionRange? Versions)
{
    /// <summary>What to write to have the CRDs installed; null when nothing needs to be written.</summary>
    public string? Setting => Value is not null ? $"{Value}: true" : null;

    /// <summary>Whether a version of the chart may install CRDs in this way. One that is no exact version may.</summary>
    public bool AppliesTo(SemVersion? version) => Versions is null || version is null || Versions.Contains(version);

    /// <summary>Whether a release installs CRDs in this way; null when that is not known.</summary>
    /// <param name="release">The release.</param>
    /// <param name="version">The exact version of its chart; null when it is not known.</param>
    public CrdSwitch State(HelmRelease release, SemVersion? version)
    {
        if (release.Resource.HasUnknownValues)
            return CrdSwitch.Unknown;
        var state = CrdSwitch.Both(FolderState(release), ValueState(release));
        return state.IsOn == true && Versions is not null && version is null ? CrdSwitch.Unknown : state;
    }

    private CrdSwitch FolderState(HelmRelease release)
    {
        if (!IsFolder)
            return CrdSwitch.On;
        if (release.InstallCrds is { } policy)
        {
            return policy.Value switch
            {
                "Skip" => CrdSwitch.Off(policy),
                "Create" or "CreateReplace" => CrdSwitch.On,
                _ => CrdSwitch.Unknown,
            };
        }
        return release.SkipCrds switch
        {
            null => CrdSwitch.On,
            { Kind: ScalarKind.Boolean, CanonicalValue: "false" } => CrdSwitch.On,
            { Kind: ScalarKind.Boolean } skip => CrdSwitch.Off(skip),
            _ => CrdSwitch.Unknown,
        };
    }

    private CrdSwitch ValueState(HelmRelease release)
    {
        if (Value is null)
            return CrdSwitch.On;
        if (release.ValuesFrom.Any(source => source.TargetPath is { } target && Overlaps(target.Value, Value)))
            return CrdSwitch.Unknown;
        var node = Nearest(release, Value, out var isWhole);
        return node switch
        {
            YamlScalar { Kind: ScalarKind.Boolean } scalar when isWhole => scalar.CanonicalValue == "true" ? CrdSwitch.On : CrdSwitch.Off(scalar),
            // A ConfigMap or Secret may hold it.
            null when release.ValuesFrom.Length > 0 => CrdSwitch.Unknown,
            null => Default ? CrdSwitch.On : CrdSwitch.OffByDefault,
            _ => CrdSwitch.Unknown,
        };
    }

    /// <summary>The value itself, or what stands on the way to it instead of a mapping; null when neither is written.</summary>
    private static YamlNode? Nearest(HelmRelease release, string path, out bool isWhole)
    {
        isWhole = false;
        var node = release.Spec["values"];
        foreach (var key in path.Split('.'))
        {
            if (node is not YamlMapping mapping)
                return node;
            node = mapping[key];
        }
        isWhole = true;
        return node;
    }

    private static bool Overlaps(string target, string path) =>
        target == path || target.StartsWith(path + ".", StringComparison.Ordinal) || path.StartsWith(target + ".", StringComparison.Ordinal);
}
