using System.Collections.Immutable;
using FluxLint.Kustomize;

namespace FluxLint.Flux;

/// <summary>Finds what an object refers to, whether or not anybody substitutes there.</summary>
internal static class VariableScanner
{
    /// <summary>Whether a label or annotation tells Flux to substitute nothing in an object.</summary>
    public static bool IsExempt(Resource resource) => ResourceTemplate.IsExempt(resource.Root);

    /// <summary>The references of an object in document order, escaped ones included. A text that Flux could not read gives those before its fault.</summary>
    public static ImmutableArray<VariableReference> Scan(Resource resource) =>
        [.. ResourceTemplate.Of(resource.Root).Scalars.SelectMany(scalar => scalar.References.Concat(scalar.Escapes).OrderBy(reference => reference.Location.Span.Start))];
}
