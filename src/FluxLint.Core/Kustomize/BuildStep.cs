using System.Text;
using FluxLint.Files;

namespace FluxLint.Kustomize;

/// <summary>What made or changed an object: a field of a kustomization, or a plugin.</summary>
/// <param name="Path">The file that asks for it.</param>
/// <param name="Kind">The generator or transformer; empty for an object that was read from the file.</param>
/// <param name="Name">The name of a plugin; empty for a field.</param>
/// <param name="Namespace">The namespace of a plugin; empty without one.</param>
internal sealed record BuildStep(string Path, string Kind = "", string Name = "", string Namespace = "")
{
    /// <summary>A plugin as a step.</summary>
    public static BuildStep Of(Resource plugin) => new(plugin.Path, plugin.Id.Kind, plugin.Id.Name, plugin.Id.Namespace);

    /// <summary>Writes the step as the lines of an annotation.</summary>
    /// <param name="text">What to write to.</param>
    /// <param name="top">The directory of the build, which paths start at.</param>
    /// <param name="isItem">Whether it is an item of a list.</param>
    public void Write(StringBuilder text, string top, bool isItem)
    {
        var path = RepositoryPath.Relative(top, Path);
        if (Kind.Length == 0)
        {
            text.Append("path: ").Append(path).Append('\n');
            return;
        }
        var indent = isItem ? "  " : "";
        text.Append(isItem ? "- " : "").Append("configuredIn: ").Append(path).Append('\n');
        text.Append(indent).Append("configuredBy:\n");
        foreach (var (field, value) in new[] { ("apiVersion", "builtin"), ("kind", Kind), ("name", Name), ("namespace", Namespace) })
        {
            if (value.Length > 0)
                text.Append(indent).Append("  ").Append(field).Append(": ").Append(value).Append('\n');
        }
    }
}
