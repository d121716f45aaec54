using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>
/// A pattern for directories that takes variables from where a cluster lies: of <c>sites/{SITE}/{STAGE}</c> the part in the place
/// of <c>{SITE}</c> is the variable <c>SITE</c>, which whatever applies the cluster fills in.
/// </summary>
/// <param name="Node">The pattern as it is written.</param>
internal sealed record PathCapture(YamlScalar Node)
{
    private readonly ImmutableArray<string> parts = [.. RepositoryPath.Parts(Node.Value).Where(part => part != ".")];

    /// <summary>The pattern with a wildcard for each variable.</summary>
    public YamlScalar Pattern => parts.Any(IsVariable) ? YamlScalar.Create(string.Join('/', parts.Select(part => IsVariable(part) ? "*" : part)), Node.Location) : Node;

    /// <summary>The variables of a directory that the pattern matches, as a ConfigMap would have them; null where there are none.</summary>
    public Resource? VariablesOf(string directory)
    {
        var values = RepositoryPath.Parts(directory);
        if (!parts.Any(IsVariable) || parts.Contains("**") || values.Length != parts.Length)
            return null;
        var write = new ObjectWriter(Node.Location);
        var data = write.Mapping();
        for (var i = 0; i < values.Length; i++)
        {
            if (IsVariable(parts[i]))
                data = data.With(parts[i][1..^1], write.Text(values[i]));
        }
        return Resource.Of(write.Mapping(("apiVersion", write.Text("v1")), ("kind", write.Text("ConfigMap")), ("metadata", write.Mapping(("name", write.Text("cluster")))), ("data", data)));
    }

    private static bool IsVariable(string part) => part is ['{', .., '}'] && part[1..^1].All(c => c == '_' || char.IsAsciiLetterOrDigit(c));
}
