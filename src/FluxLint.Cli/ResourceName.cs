using FluxLint.Kustomize;

namespace FluxLint.Cli;

/// <summary>A resource as the command line names it: <c>KIND/NAME</c> or <c>KIND/NAME.NAMESPACE</c>, the kind in any case, in the plural or with its group.</summary>
internal sealed record ResourceName(string Kind, string Name)
{
    public static ResourceName? Parse(string text) =>
        text.IndexOf('/') is > 0 and var slash && slash < text.Length - 1 ? new(text[..slash], text[(slash + 1)..]) : null;

    /// <summary>Whether the kind is meant, whatever the name.</summary>
    public bool IsOfKind(Resource resource) =>
        Is(resource.Id.Kind) || Is(resource.Id.Kind + "s") || (resource.Id.Group.Length > 0 && Is($"{resource.Id.Kind}.{resource.Id.Group}"));

    /// <summary>Whether the resource is meant.</summary>
    public bool Matches(Resource resource) =>
        IsOfKind(resource) && (Name == resource.Id.Name || Name == $"{resource.Id.Name}.{resource.Id.Namespace}" || Name == $"{resource.Id.Name}.{resource.Id.EffectiveNamespace}");

    private bool Is(string kind) => string.Equals(Kind, kind, StringComparison.OrdinalIgnoreCase);
}
