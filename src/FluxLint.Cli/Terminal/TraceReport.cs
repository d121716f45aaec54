using System.Collections.Immutable;
using FluxLint.Changes;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Tracing;
using FluxLint.Reporting;
using FluxLint.Syntax;

namespace FluxLint.Cli.Terminal;

/// <summary>Shows where the values of a resource come from: a line for each field, and below it one for each step that changed it.</summary>
internal sealed class TraceReport(Ansi ansi)
{
    private const int WidestPath = 60;
    private const int WidestValue = 30;
    private const string Gap = "  ";

    public void Write(Resource resource, string directory, ImmutableArray<Place> fields, Stream output)
    {
        using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine($"{ansi.Heading(SafeText.Of(resource.ShownName))} in {SafeText.Of(directory.Length == 0 ? "." : directory)}");
        var paths = fields.Select(field => SafeText.Of(field.ShownField)).ToList();
        var secrets = new SecretFields();
        var areSecret = fields.Select(secrets.Hide).ToList();
        var values = fields.Select((field, index) => Text(field.Value, areSecret[index])).ToList();
        var pathWidth = Width(paths, WidestPath);
        var valueWidth = Width(values, WidestValue);
        for (var i = 0; i < fields.Length; i++)
        {
            var head = Gap + Pad(paths[i], pathWidth) + Gap;
            var origins = fields[i].History;
            if (origins is [{ Cause: null } only])
            {
                writer.WriteLine(head + Pad(values[i], valueWidth) + Gap + Location(only));
                continue;
            }
            writer.WriteLine((head + values[i]).TrimEnd());
            WriteSteps(writer, origins, areSecret[i]);
        }
    }

    private void WriteSteps(StreamWriter writer, ImmutableArray<FieldOrigin> origins, bool areSecret)
    {
        var width = origins.Max(origin => DisplayWidth.Of(SafeText.Of(origin.Location.ToString())));
        for (var i = 0; i < origins.Length; i++)
        {
            var place = SafeText.Of(origins[i].Location.ToString());
            var padding = new string(' ', width - DisplayWidth.Of(place));
            // The last step gives the value that the field's own line shows.
            string[] notes = i == origins.Length - 1 ? [StepText(origins[i])] : [Text(origins[i].Value, areSecret), StepText(origins[i])];
            writer.WriteLine($"{Gap}{Gap}{ansi.Gutter(place)}{padding}{Gap}{string.Join(Gap, notes)}".TrimEnd());
        }
    }

    private static string Text(YamlNode value, bool isSecret) => isSecret ? ChangeWords.Hidden : ValueText.Of(value);

    private static string StepText(FieldOrigin origin)
    {
        var name = origin.Step switch
        {
            ProvenanceStep.Written => "",
            ProvenanceStep.NamePrefix => "name prefix",
            ProvenanceStep.NameSuffix => "name suffix",
            ProvenanceStep.NameReference => "name reference",
            ProvenanceStep.ContentHash => "content hash",
            ProvenanceStep.Image => "image",
            var other => other,
        };
        return origin.Cause is { } cause && cause.ToString() != origin.Location.ToString() ? $"{name} at {SafeText.Of(cause.ToString())}" : name;
    }

    private string Location(FieldOrigin origin) => ansi.Gutter(SafeText.Of(origin.Location.ToString()));

    private static int Width(List<string> texts, int widest) =>
        texts.Select(DisplayWidth.Of).Where(width => width <= widest).DefaultIfEmpty(0).Max();

    private static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - DisplayWidth.Of(text)));
}
