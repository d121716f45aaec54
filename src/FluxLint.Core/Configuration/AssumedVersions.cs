using FluxLint.Diagnostics;
using FluxLint.Kubernetes;
using FluxLint.Schemas;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Configuration;

/// <summary>Versions that clusters are taken to run, whatever the repository says.</summary>
internal sealed record AssumedVersions
{
    private static readonly string[] Products = ["kubernetes", "flux"];

    /// <summary>That of Kubernetes; null to leave it as it is.</summary>
    public VersionSetting? Kubernetes { get; private init; }

    /// <summary>That of Flux; null to leave it as it is.</summary>
    public VersionSetting? Flux { get; private init; }

    /// <summary>Whether it is not known yet what Kubernetes of the version takes, but for what it has stopped serving.</summary>
    public bool IsBeyondSchemas => Kubernetes is { } kubernetes && SchemaStores.Kubernetes.Find(kubernetes.Version) is null;

    /// <summary>Reads such as <c>kubernetes=1.36,flux=2.9</c>; null when it is wrong, or a version is not known.</summary>
    public static AssumedVersions? Parse(string text, out string problem)
    {
        var versions = new AssumedVersions();
        problem = "";
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.Split('=', 2, StringSplitOptions.TrimEntries) is not [var product, var written] || VersionSetting.Parse(written) is not { } version)
                problem = $"takes versions such as kubernetes=1.36,flux=2.9, not '{part}'";
            else if (!Products.Contains(product))
                problem = $"knows no '{product}'; {Suggestion.For(product, Products)?.Question ?? "there are kubernetes and flux"}";
            else if ((product == "flux" ? versions.Flux : versions.Kubernetes) is not null)
                problem = $"has '{product}' twice";
            else if (product == "flux")
                versions = Known("Flux", version, SchemaStores.Flux.Releases, out problem) is { } flux ? versions with { Flux = flux } : versions;
            else
                versions = Known("Kubernetes", version, KubernetesReleases(), out problem) is { } kubernetes ? versions with { Kubernetes = kubernetes } : versions;
            if (problem.Length > 0)
                return null;
        }
        return versions;
    }

    /// <summary>The versions in words.</summary>
    public override string ToString() => string.Join(" and ", new[] { Words("Kubernetes", Kubernetes), Words("Flux", Flux) }.OfType<string>());

    /// <summary>Those with schemas, and what comes after them as far as is known what it stops to serve.</summary>
    private static IEnumerable<Version> KubernetesReleases()
    {
        var releases = SchemaStores.Kubernetes.Releases;
        return releases.Concat(RemovedKubernetesApis.All.Select(removed => removed.Value.RemovedIn).Where(release => release > releases[^1]).Distinct().Order());
    }

    private static VersionSetting? Known(string product, Version version, IEnumerable<Version> releases, out string problem)
    {
        var nearest = releases.MinBy(release => Math.Abs(Place(release) - Place(version))) ?? version;
        problem = Place(nearest) == Place(version) ? "" : $"knows no {product} {version.Major}.{version.Minor}; the nearest that it knows is {nearest}";
        return problem.Length > 0 ? null : new(version, YamlScalar.Create(nearest.ToString(), Location.OfPath(FluxLintConfiguration.FileName))) { IsAssumed = true };
    }

    private static int Place(Version version) => (version.Major * 1000) + version.Minor;

    private static string? Words(string product, VersionSetting? setting) => setting is null ? null : $"{product} {setting.Node.Value}";
}
