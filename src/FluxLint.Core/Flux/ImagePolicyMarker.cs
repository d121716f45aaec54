using System.Text.Json;
using FluxLint.Diagnostics;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Flux;

/// <summary>A comment such as <c># {"$imagepolicy": "apps:web:tag"}</c>, which tells image automation to set the scalar before it.</summary>
/// <param name="Namespace">Namespace of the ImagePolicy.</param>
/// <param name="Name">Name of the ImagePolicy.</param>
/// <param name="Location">Where both are written.</param>
public sealed record ImagePolicyMarker(string Namespace, string Name, Location Location)
{
    private const string Key = "$imagepolicy";

    /// <summary>The markers of a file. What is no object of JSON with a namespace and a name is no marker to image automation either (<c>pkg/update/setters.go</c>).</summary>
    public static IEnumerable<ImagePolicyMarker> Of(YamlTree tree) =>
        tree.Source.Text.Contains(Key, StringComparison.Ordinal) ? tree.Comments.Select(comment => Read(tree.Source, comment)).OfType<ImagePolicyMarker>() : [];

    private static ImagePolicyMarker? Read(SourceText source, YamlComment comment)
    {
        if (!comment.Text.StartsWith('{') || Setter(comment.Text) is not { } setter || setter.Split(':') is not [var @namespace, var name, ..])
            return null;
        var start = source.Text.IndexOf(setter, comment.Span.Start, comment.Span.Length, StringComparison.Ordinal);
        return start < 0 ? null : new(@namespace, name, new(source, new(start, @namespace.Length + 1 + name.Length)));
    }

    private static string? Setter(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.TryGetProperty(Key, out var setter) && setter.ValueKind == JsonValueKind.String ? setter.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
