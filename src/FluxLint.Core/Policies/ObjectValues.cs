using System.Globalization;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Schemas.Cel;
using FluxLint.Syntax;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Policies;

/// <summary>
/// An object as expressions see it, and which node each value is of: values are passed on as they are, so that whatever an expression did with
/// one, it is known again. What a variable stands for that nobody knows, and what sops encrypted, is not known to the expression.
/// </summary>
internal sealed class ObjectValues
{
    private readonly Dictionary<CelValue, FieldNode> nodes = new(ReferenceEqualityComparer.Instance);

    /// <param name="resource">The object.</param>
    /// <param name="isAdmitted">Whether it is seen as the API server has it at admission, when it has filled in what it may.</param>
    /// <param name="isShown">Whether it is seen for a message, which has no values of Secrets.</param>
    public ObjectValues(Resource resource, bool isAdmitted = false, bool isShown = false)
    {
        IsAdmitted = isAdmitted;
        IsSecret = SecretContent.IsSecret(resource.Root);
        IsShown = isShown;
        Resource = resource;
        Value = resource.HasUnknownValues || resource.IsEncrypted ? new Unknown() : Of(resource.Root, null);
    }

    /// <summary>The object.</summary>
    public Resource Resource { get; }

    /// <summary>Whether the API server has filled in what it may.</summary>
    public bool IsAdmitted { get; }

    /// <summary>Whether it is a Secret.</summary>
    public bool IsSecret { get; }

    /// <summary>Whether it is seen for a message.</summary>
    public bool IsShown { get; }

    /// <summary>The whole of it.</summary>
    public CelValue Value { get; }

    /// <summary>What a value is of; null when it was made on the way.</summary>
    public FieldNode? Find(CelValue value) => nodes.GetValueOrDefault(value);

    /// <summary>The value of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="key">The key that it stands under; null for an item of a list.</param>
    public CelValue Of(YamlNode node, YamlNode? key)
    {
        var value = IsShown && Resource.Taken.Contains(node) ? new Str(SecretContent.Stand) : Read(node);
        if (value is not Unknown)
            nodes[value] = new(node, key);
        return value;
    }

    /// <summary>A mapping that stands in another, and has nothing written in it.</summary>
    public CelValue WithoutFields(YamlMapping outer)
    {
        var value = new Map(new ObjectFields(this, outer.WithEntries([])));
        nodes[value] = new(outer, null);
        return value;
    }

    /// <summary>What is shown of a key.</summary>
    public static Str ShownKey(YamlEntry entry) => new(SecretContent.ShownKey(entry));

    private CelValue Read(YamlNode node) => node switch
    {
        YamlAlias { Target: { } target } => Read(target),
        YamlMapping mapping when mapping.Entries.Any(entry => entry.Name is not { } name || name.HasVariable()) => new Unknown(),
        YamlMapping mapping => new Map(new ObjectFields(this, mapping)),
        YamlSequence sequence => new Seq([.. sequence.Items.Select(item => Of(item, null))]),
        YamlScalar scalar => Read(scalar),
        _ => new Unknown(),
    };

    private static CelValue Read(YamlScalar scalar)
    {
        if (IsUnknown(scalar))
            return new Unknown();
        return scalar.Kind switch
        {
            ScalarKind.Null => new Null(),
            ScalarKind.Boolean => new Bool(scalar.CanonicalValue == "true"),
            ScalarKind.Integer => long.TryParse(scalar.CanonicalValue, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? new Int(whole) : new Unknown(),
            ScalarKind.Float => double.TryParse(scalar.CanonicalValue, CultureInfo.InvariantCulture, out var real) ? new Real(real) : new Unknown(),
            _ => new Str(scalar.CanonicalValue),
        };
    }

    /// <summary>Whether nobody knows here what a text is in the cluster.</summary>
    public static bool IsUnknown(YamlScalar scalar) => scalar.HasVariable() || scalar.Value.StartsWith("ENC[", StringComparison.Ordinal);
}
