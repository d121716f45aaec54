using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Policies;

/// <summary>What a policy in its short form says of a field.</summary>
/// <param name="Pattern">The path of the field.</param>
internal abstract record FieldDemand(FieldPattern Pattern)
{
    /// <summary>What an object has against it.</summary>
    public IEnumerable<FieldFault> Check(Resource resource) => Pattern.In(resource.Root).Select(For(resource)).OfType<FieldFault>();

    /// <summary>What checks the fields of an object, one after the other; null from it where nothing is wrong.</summary>
    protected abstract Func<FieldMatch, FieldFault?> For(Resource resource);

    /// <summary>The field is there, and not empty.</summary>
    internal sealed record Required(FieldPattern Pattern) : FieldDemand(Pattern)
    {
        protected override Func<FieldMatch, FieldFault?> For(Resource resource) => match =>
            match.IsMissing ? new(match.Field, Pattern.Text, "missing")
            : match.Field.Node is YamlScalar { Value: "" } or YamlMapping { Entries.IsEmpty: true } or YamlSequence { Items.IsEmpty: true } ? new(match.Field, Pattern.Text, "empty")
            : null;
    }

    /// <summary>The field is not there.</summary>
    internal sealed record Forbidden(FieldPattern Pattern) : FieldDemand(Pattern)
    {
        protected override Func<FieldMatch, FieldFault?> For(Resource resource) => match => match.IsMissing ? null : new(match.Field, Pattern.Text, "not allowed");
    }
}
