using FluxLint.Configuration;
using NuGet.Versioning;

namespace FluxLint.Packs.Locking;

/// <summary>What a configuration asks for: a version alone means that one, and whoever wants others writes a range.</summary>
internal sealed class RequestedVersion
{
    private readonly VersionRange range;

    private RequestedVersion(VersionRange range) => this.range = range;

    /// <summary>What an entry of the configuration asks for.</summary>
    /// <exception cref="PackException">It is neither a version nor a range.</exception>
    public static RequestedVersion Of(PackReference reference) =>
        NuGetVersion.TryParse(reference.Version.Value, out var exact) ? new(new(exact, includeMinVersion: true, exact, includeMaxVersion: true))
        : VersionRange.TryParse(reference.Version.Value, allowFloating: true, out var range) ? new(range)
        : throw new PackException($"{reference.Version.Location}: '{reference.Version.Value}' is neither a version nor a range of NuGet");

    /// <summary>Whether a version is asked for; one that is no release is where the range names one.</summary>
    public bool Accepts(NuGetVersion version) =>
        range.Float is { } floating ? floating.Satisfies(version)
        : range.Satisfies(version) && (!version.IsPrerelease || range.MinVersion?.IsPrerelease == true || range.MaxVersion?.IsPrerelease == true);

    /// <summary>Whether a version is asked for, as it is written in a lock.</summary>
    public bool Accepts(string version) => NuGetVersion.TryParse(version, out var parsed) && Accepts(parsed);
}
