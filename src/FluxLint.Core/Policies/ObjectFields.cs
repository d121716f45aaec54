using FluxLint.Kustomize;
using FluxLint.Kustomize.Tracing;
using FluxLint.Schemas;
using FluxLint.Schemas.Cel;
using FluxLint.Syntax;

namespace FluxLint.Policies;

/// <summary>A mapping of an object. A key without a value counts as absent, as the API server has it; a namespace that is absent is empty text.</summary>
internal sealed class ObjectFields(ObjectValues owner, YamlMapping mapping) : CelFields
{
    private readonly Dictionary<string, CelValue?> values = new(StringComparer.Ordinal);

    public override IEnumerable<CelValue> Keys => mapping.Entries
        .Where(entry => entry.Value is not YamlScalar { IsNull: true })
        .Where(entry => entry.Name is not null)
        .DistinctBy(entry => entry.Name, StringComparer.Ordinal)
        .Select(entry => owner.IsShown ? ObjectValues.ShownKey(entry) : new CelValue.Str(entry.Name ?? ""));

    public override CelValue? Find(CelValue key)
    {
        if (key is not CelValue.Str { Value: var name })
            return null;
        // An item is the same value whenever it is asked for.
        if (!values.TryGetValue(name, out var value))
            values.Add(name, value = Read(name));
        return value;
    }

    /// <summary>The labels of an object that has none written: whoever applies it may set some.</summary>
    private CelValue? Labels(string name) =>
        name == "labels" && ReferenceEquals(mapping, owner.Resource.Root["metadata"]) ? owner.WithoutFields(mapping) : null;

    private bool IsContent(string name) =>
        ReferenceEquals(mapping, owner.Resource.Root) ? name != "metadata" && !SecretContent.IsOpen(FieldPath.OfKeys([name]))
        : ReferenceEquals(mapping, owner.Resource.Root["metadata"]) && !SecretContent.IsOpen(FieldPath.OfKeys(["metadata", name]));

    private static CelValue Hide(YamlNode node)
    {
        if (node is not YamlMapping inner)
            return new CelValue.Str(SecretContent.Stand);
        var entries = new CelEntries();
        foreach (var entry in inner.Entries)
            entries.Add(ObjectValues.ShownKey(entry), Hide(entry.Value));
        return new CelValue.Map(entries);
    }

    private CelValue? Read(string written)
    {
        // Whoever knows the expressions of the API server spells some names as these need it.
        var name = mapping.Contains(written) ? written : FieldNames.Unescape(written);
        if (owner.IsAdmitted && ServerDefaults.MayChange(owner.Resource, mapping, name))
            return new CelValue.Unknown();
        // The API server drops the status of what is applied, and keeps the one that it has.
        if (name == "status" && ReferenceEquals(mapping, owner.Resource.Root))
            return new CelValue.Unknown();
        if (mapping[name] is { } value and not YamlScalar { IsNull: true })
            return owner.IsShown && owner.IsSecret && IsContent(name) ? Hide(value) : owner.Of(value, mapping.KeyOf(name));
        if (owner.IsAdmitted)
            return ServerDefaults.Label(owner.Resource, mapping, name) ?? (ServerDefaults.MaySet(name) ? new CelValue.Unknown() : Labels(name));
        return name == "namespace" && ReferenceEquals(mapping, owner.Resource.Root["metadata"]) ? new CelValue.Str("") : null;
    }
}
