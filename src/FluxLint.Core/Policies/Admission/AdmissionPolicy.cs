using System.Collections.Immutable;
using FluxLint.Kustomize;
using FluxLint.Schemas.Cel;
using FluxLint.Syntax;

namespace FluxLint.Policies.Admission;

/// <summary>A <c>ValidatingAdmissionPolicy</c>. Expressions that do not parse are left out: the API server does not take a policy that has one.</summary>
internal sealed class AdmissionPolicy
{
    public const string Group = "admissionregistration.k8s.io";
    public const string Kind = "ValidatingAdmissionPolicy";
    public const string BindingKind = "ValidatingAdmissionPolicyBinding";

    private AdmissionPolicy(Resource resource, YamlMapping spec)
    {
        Resource = resource;
        Match = new(spec.Mapping("matchConstraints"));
        ParamKind = spec.Mapping("paramKind");
        FailsClosed = spec.Text("failurePolicy") != "Ignore";
        Conditions = [.. Items(spec, "matchConditions").Select(item => Parse(item.Text("expression")))];
        Variables = [.. Items(spec, "variables").Select(item => new Variable(item.Text("name") ?? "", Parse(item.Text("expression"))))];
        Validations = [.. Items(spec, "validations").Select(Read).OfType<Validation>()];
    }

    /// <summary>The object.</summary>
    public Resource Resource { get; }

    /// <summary>The objects that it is about.</summary>
    public AdmissionMatch Match { get; }

    /// <summary>The kind of its parameters; null when it has none.</summary>
    public YamlMapping? ParamKind { get; }

    /// <summary>Whether an object that an expression fails on is refused.</summary>
    public bool FailsClosed { get; }

    /// <summary>What must be true of an object that it is about; null for what does not parse.</summary>
    public ImmutableArray<CelExpression?> Conditions { get; }

    public ImmutableArray<Variable> Variables { get; }

    public ImmutableArray<Validation> Validations { get; }

    /// <summary>Reads a policy; null when the object is none.</summary>
    public static AdmissionPolicy? Of(Resource resource) =>
        resource is { Id: { Group: Group, Kind: Kind }, HasUnknownValues: false } && resource.Root.Mapping("spec") is { } spec ? new(resource, spec) : null;

    private static Validation? Read(YamlMapping item) =>
        item.Scalar("expression") is { } node && Parse(node.Value) is { } expression
            ? new(node, expression, item.Text("message")?.ReplaceLineEndings(" ").Trim().TrimEnd('.'), Parse(item.Text("messageExpression")))
            : null;

    private static CelExpression? Parse(string? text) => text is null || text.Contains("${", StringComparison.Ordinal) ? null : CelExpression.Parse(text, out _);

    private static IEnumerable<YamlMapping> Items(YamlMapping spec, string key) => spec.Sequence(key)?.Items.OfType<YamlMapping>() ?? [];

    /// <summary>A value with a name.</summary>
    internal sealed record Variable(string Name, CelExpression? Expression);

    /// <summary>What is true of every object, or else it is refused.</summary>
    internal sealed record Validation(YamlScalar Node, CelExpression Expression, string? Message, CelExpression? MessageExpression);
}
