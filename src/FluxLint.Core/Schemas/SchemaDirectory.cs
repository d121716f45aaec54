using System.Collections.Concurrent;
using FluxLint.Files;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>
/// A directory of JSON schemas, in the layout of kubeconform's catalog of custom resources (<c>group/kind_version.json</c>)
/// or of its default location (<c>kind-group-version.json</c>). A file is read when an object of its kind is met. Safe on many threads.
/// </summary>
internal sealed class SchemaDirectory(Repository repository, string path)
{
    private readonly ConcurrentDictionary<Key, Schema?> schemas = new();

    /// <summary>The schema of a kind; null when no file has it.</summary>
    public Schema? Find(string group, string version, string kind) =>
        schemas.GetOrAdd(new(group, version, kind), static (key, directory) => directory.Read(key.Group, key.Version, key.Kind), this);

    private Schema? Read(string group, string version, string kind) =>
        Names(group, version, kind)
            .Select(name => RepositoryPath.Combine(path, name))
            .OfType<string>()
            .Select(file => (File: file, Root: Root(file)))
            .Where(candidate => candidate.Root is not null && IsOf(candidate.Root, group, kind))
            .Select(candidate => candidate.Root is { } root ? SchemaReader.Read(root, new FileSource(this, candidate.File, root)) : null)
            .FirstOrDefault();

    /// <summary>The names of files that a kind may be in, from kubeconform's <c>{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}</c> and <c>{{.ResourceKind}}{{.KindSuffix}}</c>.</summary>
    private static IEnumerable<string> Names(string group, string version, string kind)
    {
        var name = kind.ToLowerInvariant();
        if (group.Length > 0)
            yield return $"{group}/{name}_{version}.json";
        yield return $"{name}_{version}.json";
        yield return group.Length == 0 ? $"{name}-{version}.json" : $"{name}-{group.Split('.')[0]}-{version}.json";
    }

    /// <summary>Names that leave a part of the group out may be of another one, and published schemas say of which they are.</summary>
    private static bool IsOf(YamlMapping root, string group, string kind) =>
        root.Sequence("x-kubernetes-group-version-kind")?.Items is not { IsEmpty: false } types
        || types.OfType<YamlMapping>().Any(type => (type.Text("group") ?? "") == group && type.Text("kind") == kind);

    private YamlMapping? Root(string file) =>
        RepositoryPath.IsWithin(path, file) && repository.Tree(file) is { IsBroken: false, RootMapping: { } root } ? root : null;

    private sealed record Key(string Group, string Version, string Kind);

    /// <summary>A file of the directory, which may refer to others in it and never to anything else.</summary>
    private sealed record FileSource(SchemaDirectory Directory, string File, YamlMapping Root) : SchemaSource
    {
        public override (YamlMapping Node, SchemaSource Source)? Find(string reference)
        {
            var (name, pointer) = reference.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? (reference[..hash], reference[(hash + 1)..]) : (reference, "");
            if (name.Length == 0)
                return Follow(Root, pointer) is { } local ? (local, this) : null;
            if (name.Contains(':', StringComparison.Ordinal) || RepositoryPath.Combine(RepositoryPath.Parent(File), name) is not { } file)
                return null;
            return Directory.Root(file) is { } root && Follow(root, pointer) is { } node ? (node, this with { File = file, Root = root }) : null;
        }
    }
}
