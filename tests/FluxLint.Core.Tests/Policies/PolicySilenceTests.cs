namespace FluxLint.Core.Tests.Policies;

/// <summary>A policy does not speak of what it does not know.</summary>
public sealed class PolicySilenceTests
{
    private const string Namespace = "apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n";
    private const string NeedsQuota = "select: { kinds: [Namespace] }\nexpression: resources.exists(q, q.kind == 'ResourceQuota' && q.metadata.namespace == object.metadata.name)";

    [Theory]
    [InlineData("spec: { replicas: \"${replicas}\" }", "object.spec.replicas > 1")]
    [InlineData("spec: { token: \"ENC[AES256_GCM,data:x]\" }", "object.spec.token == 'a'")]
    [InlineData("spec: { \"${key}\": 1 }", "has(object.spec.replicas)")]
    [InlineData("status: { ready: false }", "object.status.ready")]
    public void Value_that_is_not_known_gives_silence(string fields, string expression) => Assert.Equal(
        "",
        PolicyLint.Of($"expression: {expression}", "kustomization.yaml", "resources: [a.yaml]", "a.yaml", $"apiVersion: example.com/v1\nkind: Thing\nmetadata: {{ name: a }}\n{fields}\n"));

    [Theory]
    [InlineData("require: [spec.replicas]")]
    [InlineData("fields: [{ field: spec.replicas, atLeast: 5, default: 1 }]")]
    [InlineData("fields: [{ field: spec.name, oneOf: [a] }]")]
    [InlineData("fields: [{ field: spec.version, version: \">=2.0.0\" }]")]
    [InlineData("fields: [{ field: spec.list, oneOf: [a] }]")]
    [InlineData("fields: [{ field: spec.name, sameAs: spec.nothing }]")]
    public void Short_form_says_nothing_of_what_it_cannot_compare(string demand) => Assert.Equal(
        "",
        PolicyLint.Of(demand, "kustomization.yaml", "resources: [a.yaml]", "a.yaml", "apiVersion: example.com/v1\nkind: Thing\nmetadata: { name: a }\nspec: { replicas: \"${R}\", name: \"${N}\", version: 1.x, list: [b] }\n"));

    [Fact]
    public void Absence_is_told_where_all_is_rendered() => Assert.Equal(
        "a.yaml:3:19+4: ORG1: The policy speaks",
        PolicyLint.Of(NeedsQuota, "kustomization.yaml", "resources: [a.yaml]", "a.yaml", Namespace));

    [Fact]
    public void Absence_is_not_told_where_a_gap_may_bring_the_object() => Assert.Equal(
        "",
        PolicyLint.Of(NeedsQuota, "kustomization.yaml", "resources: [a.yaml, \"https://github.com/example/quotas//base?ref=v1\"]", "a.yaml", Namespace));

    [Fact]
    public void Presence_is_told_whatever_else_there_may_be() => Assert.Equal(
        "a.yaml:3:19+4: ORG1: The policy speaks",
        PolicyLint.Of(
            "select: { kinds: [Namespace] }\nexpression: resources.all(q, q.kind != 'ConfigMap')",
            "kustomization.yaml", "resources: [a.yaml, \"https://github.com/example/quotas//base?ref=v1\"]",
            "a.yaml", $"{Namespace}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {{ name: c }}\n"));

    [Fact]
    public void Object_is_not_among_its_others() => Assert.Equal(
        "",
        PolicyLint.Of("expression: resources.all(other, other.metadata.name != object.metadata.name)", "kustomization.yaml", "resources: [a.yaml]", "a.yaml", Namespace));

    private const string Secret = "apiVersion: v1\nkind: Secret\nmetadata: { name: db, annotations: { note: HUNTER4 } }\nstringData: { password: HUNTER1 }\ndata: { b64: SFVOVEVSMg== }\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: cm }\n";

    [Theory]
    [InlineData("expression: object.stringData.password == 'x'\nmessage: \"{value} {object.stringData.password} {object.data} {object.metadata.annotations.note} {object} of {object.metadata.name}\"")]
    [InlineData("expression: int(object.stringData.password) == 3")]
    [InlineData("expression: quantity(object.stringData.password).isLessThan(quantity('3'))")]
    [InlineData("expression: semver(object.stringData.password).major() > 1")]
    [InlineData("expression: object[object.stringData.password] == 1")]
    [InlineData("expression: duration(object.stringData.password) == duration('1h')")]
    [InlineData("expression: string(base64.decode(object.data.b64)) == 'x'\nmessage: \"{string(base64.decode(object.data.b64))} {int(object.stringData.password)}\"")]
    [InlineData("select: { kinds: [ConfigMap] }\nexpression: resources.exists(r, r.kind == 'Secret' && r[r.stringData.password] == 'x')")]
    [InlineData("select: { kinds: [ConfigMap] }\nexpression: \"!resources.exists(r, r.kind == 'Secret')\"\nmessage: \"{resources.map(r, r.stringData.password).join(' ')} {resources}\"")]
    [InlineData("fields: [{ field: stringData.password, oneOf: [a], sameAs: data.b64 }]\nmessage: \"{value}\"")]
    public void No_value_of_a_secret_is_told_whatever_is_asked(string policy)
    {
        var found = PolicyLint.Lint(
            [
                ("fluxlint.yaml", $"policies:\n  - id: ORG1\n    name: a-policy\n    {(policy.Contains("select", StringComparison.Ordinal) ? "" : "select: { kinds: [Secret] }\n    ")}{policy.ReplaceLineEndings("\n    ")}"),
                ("kustomization.yaml", "resources: [a.yaml]\npatches:\n  - patch: |\n      - { op: replace, path: /stringData/password, value: HUNTER3 }\n    target: { kind: Secret }\n"),
                ("a.yaml", Secret),
            ],
            out var compilation);

        Assert.Empty(compilation.ConfigurationProblems);
        Assert.NotEmpty(found.Diagnostics);
        Assert.All(found.Diagnostics, finding => Assert.DoesNotContain("HUNTER", $"{finding.Message} {string.Join(' ', finding.Provenance)}", StringComparison.Ordinal));
        Assert.All(found.Diagnostics, finding => Assert.DoesNotContain("SFVO", $"{finding.Message} {string.Join(' ', finding.Provenance)}", StringComparison.Ordinal));
    }

    [Fact]
    public void Values_of_a_secret_are_not_told() => Assert.Equal(
        "a.yaml:4:12+8: ORG1: 'data.a' is a value, and should be 'b*'",
        PolicyLint.Of("fields: [{ field: data.a, oneOf: ['b*'] }]", "kustomization.yaml", "resources: [a.yaml]", "a.yaml", "apiVersion: v1\nkind: Secret\nmetadata: { name: a }\ndata: { a: c2VjcmV0 }\n"));
}
