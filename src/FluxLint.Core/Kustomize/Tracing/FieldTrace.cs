using System.Collections.Immutable;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Tracing;

/// <summary>A field of a rendered object, and how it got its value.</summary>
/// <param name="Path">The way to it.</param>
/// <param name="Value">What it holds: a scalar, or a collection without content.</param>
/// <param name="Origins">The steps that led to the value, oldest first; one at least.</param>
public sealed record FieldTrace(FieldPath Path, YamlNode Value, ImmutableArray<FieldOrigin> Origins);
