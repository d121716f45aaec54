using System.Collections.Immutable;
using System.Text;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>
/// Reads variables from where Flux loads them: <c>data</c> of a ConfigMap, the decoded data of a Secret, and
/// <c>spec.postBuild.substitute</c>. Line feeds are dropped from values (fluxcd/pkg, <c>LoadVariables</c>).
/// </summary>
internal static class VariableDefinitions
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The variables that a ConfigMap or Secret gives; none for any other object. <c>binaryData</c> gives none.</summary>
    public static ImmutableArray<SubstitutionVariable> Of(Resource source) => source.Id switch
    {
        { Group: "", Kind: "ConfigMap" } => Read(source, source.Root.Mapping("data"), Text),
        // The API server writes stringData over data.
        { Group: "", Kind: "Secret" } => [.. Read(source, source.Root.Mapping("data"), Decoded), .. Read(source, source.Root.Mapping("stringData"), Text)],
        _ => [],
    };

    /// <summary>Whether the cluster has no other variables in a ConfigMap or Secret: unless Flux overrides what is there, others may write to the object as well.</summary>
    public static bool AreAll(Resource source) => !source.HasUnknownValues && ApplyPolicies.Of(source) == ApplyPolicy.Override;

    /// <summary>The variables that a Flux Kustomization sets itself. They win over those that it takes from elsewhere.</summary>
    public static ImmutableArray<SubstitutionVariable> Of(FluxKustomization kustomization) =>
        Read(kustomization.Resource, kustomization.Spec.Mapping("postBuild")?.Mapping("substitute"), Text);

    private static ImmutableArray<SubstitutionVariable> Read(Resource source, YamlMapping? data, Func<YamlScalar, string?> read) =>
    [
        .. from entry in data?.Entries ?? []
           let key = entry.Key as YamlScalar
           where key is not null
           let value = entry.Value is YamlScalar scalar ? read(scalar) : null
           select new SubstitutionVariable(key.Value, value?.Replace("\n", "", StringComparison.Ordinal), entry.Value) { Place = source.PlaceOf(key) },
    ];

    private static string? Text(YamlScalar scalar) => scalar.IsNull ? "" : IsKnown(scalar.Value) ? scalar.CanonicalValue : null;

    private static string? Decoded(YamlScalar scalar)
    {
        if (scalar.IsNull || !IsKnown(scalar.Value))
            return Text(scalar);
        var bytes = new byte[scalar.Value.Length];
        if (!Convert.TryFromBase64String(scalar.Value, bytes, out var length))
            return null;
        try
        {
            return Strict.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // SOPS writes ENC[...]; a reference that is left says that another substitution could not be followed.
    private static bool IsKnown(string value) => !value.StartsWith("ENC[", StringComparison.Ordinal) && !value.HasVariable();
}
