using FluxLint.Syntax;

namespace FluxLint.Configuration;

/// <summary>An entry of <c>packs</c>: rules of others, from NuGet.</summary>
/// <param name="Id">The id of the package.</param>
/// <param name="Version">A version, or a range of them as NuGet writes it.</param>
internal sealed record PackReference(YamlScalar Id, YamlScalar Version)
{
    /// <summary>What an id looks like, in the dialect that JSON Schema and .NET share.</summary>
    public const string IdPattern = "^[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*$";

    /// <summary>What a version or a range may look like; whether it is one is for NuGet to say.</summary>
    public const string VersionPattern = "^[\\[(]?[0-9A-Za-z.,*+ -]*[0-9][0-9A-Za-z.,*+ -]*[\\])]?$";
}
