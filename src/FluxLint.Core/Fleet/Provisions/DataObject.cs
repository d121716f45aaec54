using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;

namespace FluxLint.Fleet;

/// <summary>A ConfigMap or Secret that a cluster has, as a manifest or made by a controller.</summary>
/// <param name="Kind"><c>ConfigMap</c> or <c>Secret</c>.</param>
/// <param name="Namespace">Namespace; empty when none is set.</param>
/// <param name="Name">Name.</param>
/// <param name="Keys">The keys of its data; null when they are not known.</param>
/// <param name="Origin">The object itself, or what makes a controller make it.</param>
public sealed record DataObject(string Kind, string Namespace, string Name, ImmutableArray<string>? Keys, Resource Origin)
{
    /// <summary>Whether the object is a manifest, so that its content is known as well.</summary>
    public bool IsManifest => Origin.Id.Kind == Kind && Origin.Id.Group.Length == 0;

    /// <summary>What names it in a cluster.</summary>
    public ObjectKey Key => new("", Kind, Namespace, Name);

    /// <summary>Where it comes from.</summary>
    public Location Location => Origin.Location;
}
