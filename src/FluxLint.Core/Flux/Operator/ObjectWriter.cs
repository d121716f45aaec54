using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>Writes objects that a controller makes: what no field gives points at what makes the controller do so.</summary>
internal sealed class ObjectWriter(Location cause)
{
    public YamlScalar Text(string value) => YamlScalar.Create(value, cause);

    public YamlScalar Boolean(bool value) => YamlScalar.Create(value ? "true" : "false", cause, isText: false);

    /// <summary>A mapping without the entries that have no value.</summary>
    public YamlMapping Mapping(params ReadOnlySpan<(string Name, YamlNode? Value)> entries)
    {
        var written = ImmutableArray.CreateBuilder<YamlEntry>(entries.Length);
        foreach (var (name, value) in entries)
        {
            if (value is not null)
                written.Add(new(Text(name), value));
        }
        return new(cause.Source, cause.Span, written.ToImmutable());
    }
}
