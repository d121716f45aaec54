using System.Collections.Frozen;
using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Schemas;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>Reads Helm charts.</summary>
internal sealed class LocalChartReader(Repository repository)
{
    /// <summary>The chart in a directory; null when there is none, or its values cannot be read.</summary>
    public LocalChart? Read(string directory)
    {
        if (Root(directory, "Chart.yaml") is not { } chart)
            return null;
        var values = $"{directory}/values.yaml";
        var defaults = Root(directory, "values.yaml");
        if (defaults is null && repository.FileExists(values))
            return null;
        var words = new TemplateWords();
        var parts = new HashSet<string>(StringComparer.Ordinal);
        var isWhole = true;
        foreach (var dependency in Dependencies(chart).Concat(Dependencies(Root(directory, "requirements.yaml"))))
        {
            var name = dependency.Text("name") ?? "";
            parts.Add(dependency.Text("alias") ?? name);
            // Of an archive, or of what is fetched when the chart is built, nothing is known: a library may read any value.
            isWhole &= repository.FileExists($"{directory}/charts/{name}/Chart.yaml");
            words.AddNames(dependency.Text("condition") ?? "");
        }
        AddFiles(directory, words, parts);
        return new(directory, defaults ?? new YamlMapping(chart.Source, default, []), words, parts.ToFrozenSet(StringComparer.Ordinal), isWhole, Schema(directory)) { Definitions = [.. Definitions(directory)] };
    }

    private void AddFiles(string directory, TemplateWords words, HashSet<string> parts)
    {
        var within = directory.Length == 0 ? "" : directory + "/";
        foreach (var file in repository.Files.Where(file => file.StartsWith(within, StringComparison.Ordinal)))
        {
            var path = file[within.Length..].Split('/');
            if (path is ["charts", var part, ..])
                parts.Add(part);
            // What is written for people shows values that nothing reads.
            if (file.EndsWith(".md", StringComparison.Ordinal) || file.EndsWith(".gotmpl", StringComparison.Ordinal) || repository.Text(file) is not { } source)
                continue;
            if (path[^1] == "values.schema.json")
                words.AddNames(source.Text);
            else
                words.AddTemplate(source.Text);
        }
    }

    private IEnumerable<ResourceDefinition> Definitions(string directory)
    {
        var within = directory.Length == 0 ? "" : directory + "/";
        return from file in repository.Files
               where file.StartsWith(within, StringComparison.Ordinal) && file[within.Length..].Split('/') is ["crds", ..] or ["charts", _, "crds", ..]
               let tree = repository.Tree(file)
               where tree is { IsBroken: false }
               from document in tree.Documents
               let root = document.Expanded as YamlMapping
               where root is not null && root.Text("kind") == "CustomResourceDefinition"
               let definition = ResourceDefinition.Of(Resource.Of(root))
               where definition is not null
               select definition;
    }

    private Schema? Schema(string directory) =>
        Root(directory, "values.schema.json") is { } root ? SchemaReader.Read(root, new ValuesSchemaSource(root)) : null;

    private static IEnumerable<YamlMapping> Dependencies(YamlMapping? chart) => chart?.Sequence("dependencies")?.Items.OfType<YamlMapping>() ?? [];

    private YamlMapping? Root(string directory, string name) =>
        RepositoryPath.Combine(directory, name) is { } path && repository.Tree(path) is { IsBroken: false } tree ? tree.RootMapping : null;
}
