using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Syntax;

namespace FluxLint.Kustomize;

/// <summary>Finds every path in a kustomization and what it leads to.</summary>
internal static class ReferenceReader
{
    private static readonly string[] ForgeHosts = ["github.com", "gitlab.com", "bitbucket.org", "dev.azure.com", "codeberg.org", "gitea.com"];

    public static ImmutableArray<Reference> Read(Repository repository, Kustomization kustomization)
    {
        var references = ImmutableArray.CreateBuilder<Reference>();
        foreach (var field in (ReadOnlySpan<string>)["resources", "bases", "components", "crds", "configurations"])
        {
            foreach (var path in kustomization.Scalars(field))
                Add(field, path);
        }
        foreach (var field in (ReadOnlySpan<string>)["generators", "transformers", "validators", "patchesStrategicMerge"])
        {
            foreach (var path in kustomization.Scalars(field).Where(item => !IsInline(item)))
                Add(field, path);
        }
        foreach (var field in (ReadOnlySpan<string>)["patches", "patchesJson6902", "replacements"])
        {
            foreach (var path in kustomization.Mappings(field).Select(item => item.ScalarField("path")).OfType<YamlScalar>())
                Add(field, path);
        }
        if ((kustomization.Field("openapi") as YamlMapping)?.Scalar("path") is { } schema)
            Add("openapi", schema);
        foreach (var field in (ReadOnlySpan<string>)["configMapGenerator", "secretGenerator"])
        {
            foreach (var generator in kustomization.Mappings(field))
                AddGenerator(field, generator);
        }
        return references.ToImmutable();

        void Add(string field, YamlScalar node) => references.Add(Resolve(repository, kustomization.Directory, field, node, node.Value));

        void AddGenerator(string field, YamlMapping generator)
        {
            foreach (var file in Scalars(generator, "files"))
                references.Add(Resolve(repository, kustomization.Directory, field, file, file.Value[(file.Value.IndexOf('=') + 1)..]));
            foreach (var file in Scalars(generator, "envs").Concat(generator.ScalarField("env") is { } env ? [env] : []))
                Add(field, file);
        }
    }

    /// <summary>The paths in the configuration of a built-in plugin, which start at the kustomization that uses it.</summary>
    public static ImmutableArray<Reference> InPlugin(Repository repository, string directory, string field, YamlMapping plugin)
    {
        var paths = Scalars(plugin, "paths").Where(item => !IsInline(item)).Concat(Scalars(plugin, "envs"));
        if ((plugin.ScalarField("path") ?? plugin.ScalarField("env")) is { } single)
            paths = paths.Append(single);
        return
        [
            .. paths.Select(path => Resolve(repository, directory, field, path, path.Value)),
            .. Scalars(plugin, "files").Select(file => Resolve(repository, directory, "configMapGenerator", file, file.Value[(file.Value.IndexOf('=') + 1)..])),
        ];
    }

    /// <summary>Whether an item of a list of patches or plugins is YAML itself and not a path.</summary>
    public static bool IsInline(YamlScalar item) => item.Value.Contains('\n') || item.Value.StartsWith('{') || item.Value.Contains(": ");

    private static IEnumerable<YamlScalar> Scalars(YamlMapping mapping, string name) =>
        mapping.Field(name) is YamlSequence sequence ? sequence.Items.OfType<YamlScalar>().Where(item => !item.IsNull) : [];

    private static Reference Resolve(Repository repository, string directory, string field, YamlScalar node, string written)
    {
        if (IsUrl(written))
            return new(field, node, ReferenceKind.Remote, written);
        if (written.StartsWith('/') || RepositoryPath.Combine(directory, written) is not { } combined)
            return new(field, node, ReferenceKind.Outside, written);
        var path = SharedTexts.Share(combined);
        if (repository.IsBrought(path))
            return new(field, node, ReferenceKind.Remote, written);
        if (repository.RealPath(path) is { } real)
            return new(field, node, repository.FileExists(real) ? ReferenceKind.File : ReferenceKind.Directory, real);
        if (repository.LeavesRoot(path))
            return new(field, node, ReferenceKind.Outside, written);
        return IsForgePath(written)
            ? new(field, node, ReferenceKind.Remote, written)
            : new(field, node, ReferenceKind.Missing, path);
    }

    private static bool IsUrl(string path) =>
        path.Contains("://", StringComparison.Ordinal) || path.StartsWith("git@", StringComparison.Ordinal)
        || path.StartsWith("git::", StringComparison.Ordinal) || path.StartsWith("gh:", StringComparison.Ordinal)
        || path.Contains("?ref=", StringComparison.Ordinal);

    private static bool IsForgePath(string path) =>
        ForgeHosts.Any(host => path.StartsWith(host + "/", StringComparison.Ordinal) || path.StartsWith(host + ":", StringComparison.Ordinal));
}
