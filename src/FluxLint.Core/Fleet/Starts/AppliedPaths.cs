using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>The directories that Flux objects of a repository apply, as they are written: none of them is a cluster of its own.</summary>
internal sealed class AppliedPaths(SourceHome homes)
{
    private readonly Dictionary<string, List<string>> writers = new(StringComparer.Ordinal);
    private readonly List<(string File, string[] Parts)> patterns = [];

    /// <summary>Takes in what an object applies.</summary>
    public void Add(Resource resource)
    {
        if (resource.Id is { Group: FluxKustomization.Group, Kind: "Kustomization" })
        {
            AddKustomization(resource.Path, resource.Root);
        }
        else if (resource.Id is { Group: FluxGroups.Operator, Kind: "ResourceSet" })
        {
            foreach (var item in (resource.Root.At("spec", "resources") as YamlSequence)?.Items.OfType<YamlMapping>() ?? [])
            {
                if (ResourceId.Of(item) is { Group: FluxKustomization.Group })
                    AddKustomization(resource.Path, item);
            }
        }
        else if (FluxObject.Of(resource) is ArtifactGenerator generator)
        {
            foreach (var copy in generator.Spec.Sequence("artifacts")?.Items.OfType<YamlMapping>().SelectMany(artifact => artifact.Sequence("copy")?.Items ?? []).OfType<YamlMapping>() ?? [])
                AddCopied(resource.Path, copy.Text("from") ?? "");
        }
    }

    /// <summary>Whether something applies a directory, or may: itself, or one above it.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="except">A directory whose own files do not count; null when all do.</param>
    public bool Cover(string directory, string? except = null)
    {
        for (var above = directory; ; above = RepositoryPath.Parent(above))
        {
            if (writers.TryGetValue(above, out var files) && (except is null || files.Exists(file => !RepositoryPath.IsWithin(except, file))))
                return true;
            if (above.Length == 0)
                break;
        }
        var parts = RepositoryPath.Parts(directory);
        return patterns.Exists(pattern => MayBe(pattern.Parts, parts) && (except is null || !RepositoryPath.IsWithin(except, pattern.File)));
    }

    private void AddKustomization(string file, YamlMapping root)
    {
        if (root["spec"] is not YamlMapping spec || spec.Mapping("sourceRef") is { } source && source.Text("kind") == ExternalArtifact.Kind)
            return;
        var path = spec.Text("path") ?? "";
        // The root of a source is the whole of this repository only where the source is the one that bootstrap makes.
        if (SourceMap.Combine("", path).Length > 0 || spec.Mapping("sourceRef")?.Text("name") == WellKnownNamespaces.FluxSystem)
            Add(file, path);
    }

    /// <summary>Takes in the directory that a copy of an ArtifactGenerator is made from: <c>@alias/path/**</c>.</summary>
    private void AddCopied(string file, string from)
    {
        if (!from.StartsWith('@') || from.IndexOf('/') is not (> 0 and var slash))
            return;
        var parts = RepositoryPath.Parts(from[slash..]).TakeWhile(part => !part.AsSpan().ContainsAny("*?[{")).ToList();
        if (parts.Count > 0)
            Add(file, string.Join('/', parts));
    }

    private void Add(string file, string path)
    {
        if (path.HasVariable() || path.Contains("<<", StringComparison.Ordinal))
        {
            var parts = RepositoryPath.Parts(SourceMap.Combine("", path));
            if (Array.Exists(parts, part => !IsOpen(part)))
                patterns.Add((file, parts));
            return;
        }
        var directory = SourceMap.Combine(homes.OfPath(file, path), path);
        // What a directory holds for another source may name the directory by chance.
        if (RepositoryPath.IsWithin(directory, file))
            return;
        if (!writers.TryGetValue(directory, out var files))
            writers[directory] = files = [];
        files.Add(file);
    }

    private static bool MayBe(string[] pattern, string[] parts)
    {
        if (parts.Length < pattern.Length)
            return false;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != parts[i] && !IsOpen(pattern[i]))
                return false;
        }
        return true;
    }

    private static bool IsOpen(string part) => part.HasVariable() || part.Contains("<<", StringComparison.Ordinal) || part.Contains(">>", StringComparison.Ordinal);
}
