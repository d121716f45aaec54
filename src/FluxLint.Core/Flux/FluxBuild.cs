using FluxLint.Files;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>
/// What a build of a Flux Kustomization depends on. Nodes are compared by identity, and rendered nodes are shared, so
/// equal builds of different clusters are one.
/// </summary>
internal sealed record FluxBuild(string Directory)
{
    private YamlNode? TargetNamespace { get; init; }

    private YamlNode? NamePrefix { get; init; }

    private YamlNode? NameSuffix { get; init; }

    private YamlNode? Components { get; init; }

    private bool IgnoresMissingComponents { get; init; }

    private YamlNode? Images { get; init; }

    private YamlNode? Patches { get; init; }

    private YamlNode? PatchesStrategicMerge { get; init; }

    private YamlNode? PatchesJson6902 { get; init; }

    public static FluxBuild Of(FluxKustomization kustomization, string directory) => new(directory)
    {
        TargetNamespace = kustomization.Spec.Scalar("targetNamespace"),
        NamePrefix = kustomization.Spec.Scalar("namePrefix"),
        NameSuffix = kustomization.Spec.Scalar("nameSuffix"),
        Components = kustomization.Spec.Sequence("components"),
        IgnoresMissingComponents = kustomization.IgnoresMissingComponents,
        Images = kustomization.Spec.Sequence("images"),
        Patches = kustomization.Spec.Sequence("patches"),
        PatchesStrategicMerge = kustomization.Spec.Sequence("patchesStrategicMerge"),
        PatchesJson6902 = kustomization.Spec.Sequence("patchesJson6902"),
    };

    /// <summary>The directories that the build starts with: its own, and the components that are added to it.</summary>
    public IEnumerable<string> Start => Components is not YamlSequence list
        ? [Directory]
        : list.Items.OfType<YamlScalar>().Select(path => RepositoryPath.Combine(Directory, path.Value)).OfType<string>().Prepend(Directory);

    /// <summary>The kustomization as the controller writes it: lists are appended to, the rest is set.</summary>
    public YamlMapping Apply(YamlMapping root, Repository repository)
    {
        root = Set(root, "namespace", TargetNamespace);
        root = Set(root, "namePrefix", NamePrefix);
        root = Set(root, "nameSuffix", NameSuffix);
        root = Append(root, "components", IgnoresMissingComponents ? ExistingComponents(repository) : Components);
        root = Append(root, "images", Images);
        root = Append(root, "patches", Patches);
        root = Append(root, "patchesStrategicMerge", PatchesStrategicMerge);
        return Append(root, "patchesJson6902", PatchesJson6902);
    }

    private YamlNode? ExistingComponents(Repository repository) => Components is YamlSequence list
        ? list.WithItems([.. list.Items.Where(item => item is not YamlScalar path || RepositoryPath.Combine(Directory, path.Value) is not { } directory || repository.DirectoryExists(directory))])
        : null;

    private static YamlMapping Set(YamlMapping root, string name, YamlNode? value) => value is null ? root : root.With(name, value);

    private static YamlMapping Append(YamlMapping root, string name, YamlNode? added)
    {
        if (added is not YamlSequence { Items.Length: > 0 } list)
            return root;
        return root.With(name, root.Sequence(name) is { } own ? own.WithItems(own.Items.AddRange(list.Items)) : list);
    }
}
