using FluxLint.Files;
using FluxLint.Kustomize.Patching;
using FluxLint.Syntax;

namespace FluxLint.Kustomize;

/// <summary>A kustomization file: its fields as written, found without regard to case as kustomize does.</summary>
public sealed class Kustomization
{
    private Kustomization(string directory, YamlTree tree, YamlMapping root)
    {
        Directory = directory;
        Tree = tree;
        Root = root;
    }

    /// <summary>The directory that the file is in, from the repository root.</summary>
    public string Directory { get; }

    /// <summary>The file.</summary>
    public YamlTree Tree { get; }

    /// <summary>The document; of a key that it has twice, the last, which is the one that counts.</summary>
    public YamlMapping Root { get; }

    /// <summary>Path of the file.</summary>
    public string Path => Tree.Source.Path;

    /// <summary>Whether it is a <c>Component</c>.</summary>
    public bool IsComponent => Field("kind") is YamlScalar { Value: "Component" };

    /// <summary>Reads the kustomization of a directory; null when the directory has none or it holds no mapping.</summary>
    internal static Kustomization? Read(Repository repository, string directory) =>
        repository.KustomizationFile(directory) is { } path && repository.Tree(path) is { } tree && (tree.RootMapping ?? Empty(tree)) is { } root
            ? new(directory, tree, Counting(tree, root))
            : null;

    /// <summary>Makes a kustomization that has no file of its own, such as the one Flux generates.</summary>
    internal static Kustomization Of(string directory, YamlTree tree, YamlMapping root) => new(directory, tree, root);

    /// <summary>The value of a field; null when it is absent or null.</summary>
    public YamlNode? Field(string name) => Root.Field(name);

    /// <summary>The items of a list field; none when it is absent or not a list.</summary>
    public IEnumerable<YamlNode> Items(string name) => Field(name) is YamlSequence sequence ? sequence.Items : [];

    /// <summary>The scalar items of a list field.</summary>
    public IEnumerable<YamlScalar> Scalars(string name) => Items(name).OfType<YamlScalar>().Where(item => !item.IsNull);

    /// <summary>The mapping items of a list field.</summary>
    public IEnumerable<YamlMapping> Mappings(string name) => Items(name).OfType<YamlMapping>();

    private static YamlMapping Counting(YamlTree tree, YamlMapping root) =>
        tree.Problems.Any(problem => problem.Kind == YamlProblemKind.DuplicateKey) ? (YamlMapping)RepeatedKeys.KeepLast(root) : root;

    private static YamlMapping? Empty(YamlTree tree) =>
        tree.Documents is [] or [{ Root: null }] ? new YamlMapping(tree.Source, default, []) : null;
}
