using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>Reads <c>vars</c> and tells the objects that they take values from, by the names that those have in this layer.</summary>
internal static class VariableReader
{
    public static void Apply(Layer layer)
    {
        foreach (var item in layer.Kustomization.Items("vars"))
        {
            if (Read(layer, item) is { } variable)
                Add(layer, variable);
        }
    }

    /// <summary>Takes over the variables of a layer below. A name is there once.</summary>
    public static void Merge(Layer layer, ImmutableArray<Variable> variables, Location cause)
    {
        foreach (var variable in variables)
            Declare(layer, variable, cause);
    }

    private static void Add(Layer layer, Variable variable)
    {
        var meant = layer.Resources.Where(variable.Means).Take(2).ToList();
        if (meant is [var first, var second])
        {
            layer.Problems.Add(new(BuildProblemKind.Refused, variable.Entry.Location, $"the var '{variable.Name}' could mean {first} or {second}")
            {
                Related = [new(first.Location, $"{first} is here"), new(second.Location, $"{second} is here")],
            });
            layer.MayLack();
            return;
        }
        if (Declare(layer, variable, variable.Entry.Location) && meant is [var only])
            layer.Transform(resource => ReferenceEquals(resource, only) ? resource.WithVariable(variable.Name) : resource);
    }

    private static bool Declare(Layer layer, Variable variable, Location cause)
    {
        if (layer.Variables.Find(known => known.Name == variable.Name) is not { } other)
        {
            layer.Variables.Add(variable);
            return true;
        }
        layer.Problems.Add(new(BuildProblemKind.Refused, cause, $"the var '{variable.Name}' is in this build twice")
        {
            Related = [new(other.Entry.Location, "the other one")],
        });
        layer.MayLack();
        return false;
    }

    private static Variable? Read(Layer layer, YamlNode item)
    {
        if (item is not YamlMapping entry)
        {
            layer.Report(BuildProblemKind.Refused, item, $"an entry of 'vars' must be a mapping, and is {(item is YamlScalar { IsNull: true } ? "empty" : KustomizationFields.Describe(item))}");
            return null;
        }
        layer.RefuseUnknown(entry, "vars", "name", "objref", "fieldref");
        var name = layer.Text(entry, "name");
        var target = ReplacementReader.Mapping(layer, entry, "objref");
        if (target is not null)
            layer.RefuseUnknown(target, "objref", "apiVersion", "group", "version", "kind", "name", "namespace");
        var field = ReplacementReader.Mapping(layer, entry, "fieldref");
        if (field is not null)
            layer.RefuseUnknown(field, "fieldref", "fieldPath");
        var path = field is null ? null : layer.NonEmptyText(field, "fieldPath");
        var place = name ?? (entry.Entries is [var first, ..] ? first.Key : (YamlNode)entry);
        return new(name?.Value ?? "", place, Object(layer, target), Steps(path?.Value ?? DottedPath.Default), path?.Value ?? DottedPath.Default, path ?? place);
    }

    private static ResourceId Object(Layer layer, YamlMapping? target)
    {
        if (target is null)
            return new("", "", "", "", "");
        var id = new ResourceId(Text("group"), Text("version"), Text("kind"), Text("namespace"), Text("name"));
        if (Text("apiVersion") is not { Length: > 0 } apiVersion)
            return id;
        var slash = apiVersion.IndexOf('/');
        return id with { Group = slash < 0 ? "" : apiVersion[..slash], Version = apiVersion[(slash + 1)..] };

        string Text(string name) => layer.Text(target, name)?.Value ?? "";
    }

    /// <summary>A path here may also have an index behind a key, as <c>ports[0]</c>.</summary>
    private static ImmutableArray<string> Steps(string path) => [.. DottedPath.Split(path).SelectMany(Parts)];

    private static IEnumerable<string> Parts(string step)
    {
        var open = step.EndsWith(']') ? step.LastIndexOf('[') : -1;
        if (open < 0 || step[(open + 1)..^1] is not { Length: > 0 } index || !index.All(char.IsAsciiDigit))
            return [step];
        return open == 0 ? [index] : [step[..open], index];
    }
}
