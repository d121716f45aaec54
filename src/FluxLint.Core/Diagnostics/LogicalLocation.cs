namespace FluxLint.Diagnostics;

/// <summary>Where a finding is in terms of a cluster: an object, and a field of it.</summary>
/// <param name="ApiVersion">The API version of the object.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Namespace">Its namespace; empty when it has none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Field">The path of the field, such as <c>spec.chart.spec.version</c>; empty when the object as a whole is meant.</param>
internal sealed record LogicalLocation(string ApiVersion, string Kind, string Namespace, string Name, string Field)
{
    /// <summary>All in one, such as <c>HelmRelease/apps/podinfo#spec.chart.spec.version</c>. No name of an object has a number sign.</summary>
    public string FullyQualifiedName
    {
        get
        {
            var name = Namespace.Length == 0 ? $"{Kind}/{Name}" : $"{Kind}/{Namespace}/{Name}";
            return Field.Length == 0 ? name : $"{name}#{Field}";
        }
    }
}
