using FluxLint.Diagnostics;
using FluxLint.Kustomize.Output;
using FluxLint.Kustomize.Transformers;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>
/// Reads again what a scalar has become, as Flux does: with go-yaml v2 (sigs.k8s.io/yaml), which takes <c>yes</c> and <c>on</c> for
/// booleans and leaves dates as they are, unlike the reader of manifests.
/// </summary>
internal static class ScalarRereading
{
    /// <summary>The node that a text is read as; null when it makes the object no YAML.</summary>
    /// <param name="template">The scalar as it was.</param>
    /// <param name="text">Its text with variables filled in.</param>
    /// <param name="place">Where it stands.</param>
    public static YamlNode? Read(ScalarTemplate template, string text, ScalarPlace place)
    {
        var scalar = template.Node;
        if (template.IsBlock)
            return new YamlScalar(scalar.Source, scalar.Span, Chomp(template.Template.Text, text), ScalarStyle.Literal);
        var node = template.IsPlain && text.Length > 0 && ScalarShape.Of(text).IsPlain
            ? new YamlScalar(scalar.Source, scalar.Span, text, ScalarStyle.Plain)
            : Parse(text, place, scalar.Location);
        return place != ScalarPlace.Key ? node is null ? null : Resolve(node)
            : node is YamlScalar { IsNull: false } key ? YamlScalar.Create(((YamlScalar)Resolve(key)).CanonicalValue, scalar.Location)
            : null;
    }

    private static YamlNode? Parse(string text, ScalarPlace place, Location location)
    {
        var tree = YamlTree.ParseMade(place switch { ScalarPlace.Key => $"{text}: 0", ScalarPlace.Item => $"- {text}", _ => $"a: {text}" }, location);
        if (tree.IsBroken || tree.Documents is not [var document])
            return null;
        return (place, document.Expanded) switch
        {
            (ScalarPlace.Key, YamlMapping { Entries: [{ Value: YamlScalar { Value: "0" } } only] }) => only.Key,
            (ScalarPlace.Value, YamlMapping { Entries: [var only] }) => only.Value,
            (ScalarPlace.Item, YamlSequence { Items: [var only] }) => only,
            _ => null,
        };
    }

    /// <summary>A node as the parser gives it, with the types that Flux gives its scalars. Keys are text.</summary>
    public static YamlNode Resolve(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.WithEntries([.. mapping.Entries.Select(entry => new YamlEntry(Resolve(entry.Key), Resolve(entry.Value)))]),
        YamlSequence sequence => FieldWalk.Items(sequence, Resolve),
        YamlScalar { Style: ScalarStyle.Plain, Properties: null } scalar => Resolve(scalar),
        _ => node,
    };

    private static YamlScalar Resolve(YamlScalar scalar) => scalar.Value switch
    {
        "y" or "Y" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" => YamlScalar.Create("true", scalar.Location, isText: false),
        "n" or "N" or "no" or "No" or "NO" or "off" or "Off" or "OFF" => YamlScalar.Create("false", scalar.Location, isText: false),
        _ when scalar.Kind == ScalarKind.Timestamp => YamlScalar.Create(scalar.Value, scalar.Location),
        _ => scalar,
    };

    /// <summary>The content of a block whose header was chosen for other content: it says what becomes of line breaks at the end.</summary>
    private static string Chomp(string before, string after)
    {
        var content = after.TrimEnd('\n');
        return !before.EndsWith('\n') ? content
            : before.EndsWith("\n\n", StringComparison.Ordinal) ? after
            : content.Length == 0 ? ""
            : content + "\n";
    }
}
