namespace FluxLint.Core.Tests.Policies;

/// <summary>What is taken from a Secret into another object is told no more than the Secret itself.</summary>
public sealed class TakenSecretTests
{
    private const string Sync = """
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: { name: apps, namespace: flux-system }
        spec:
          interval: 5m
          prune: true
          path: ./apps
          sourceRef: { kind: GitRepository, name: flux-system }
          postBuild:
            substitute: { HOST: db }
            substituteFrom: [{ kind: Secret, name: variables }]
        ---
        apiVersion: v1
        kind: Secret
        metadata: { name: variables, namespace: flux-system }
        stringData: { PASSWORD: HUNTER1, BLOCK: "{ HUNTER2: HUNTER2 }" }
        """;

    private const string App = """
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: app, namespace: default, annotations: { "a.b/${PASSWORD}": x } }
        data:
          plain: ${PASSWORD}
          second: ${HOST}:${PASSWORD}
          open: ${HOST}
          ${PASSWORD}: key
        block: ${BLOCK}
        ---
        apiVersion: v1
        kind: Secret
        metadata: { name: other, namespace: default }
        stringData: { key: HUNTER3 }
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: copied, namespace: default }
        data: { key: x, part: "a:b" }
        """;

    private const string Build = """
        resources: [app.yaml]
        replacements:
          - source: { kind: Secret, name: other, fieldPath: stringData.key }
            targets:
              - { select: { kind: ConfigMap, name: copied }, fieldPaths: [data.key] }
              - { select: { kind: ConfigMap, name: copied }, fieldPaths: [data.part], options: { delimiter: ":", index: 1 } }
              - { select: { kind: ConfigMap, name: copied }, fieldPaths: [data.all], options: { create: true } }
        """;

    [Theory]
    [InlineData("expression: object.data.plain == 'x'\nmessage: \"{value} {object.data} {object} {object.block}\"", "a value plain: a value, second: a value, open: db, a value: ?")]
    [InlineData("expression: object.data.second == 'x'\nmessage: \"{value}\"", "a value")]
    [InlineData("expression: object.data.open == 'x'\nmessage: \"{value}\"", "db")]
    [InlineData("expression: object.block.exists(k, k == 'x')\nmessage: \"{object.block}\"", "a value")]
    [InlineData("expression: int(object.data.plain) == 3", "a value cannot be converted")]
    [InlineData("expression: object.data.key == 'x' || object.data.part == 'x'\nmessage: \"{value}\"", "a value")]
    [InlineData("expression: object.data.all(k, object.data[k] != 'key')\nmessage: \"{field} is {value}\"", "data['a value'] is key")]
    [InlineData("fields: [{ field: data.plain, oneOf: [a] }]", "'data.plain' is a value, and should be 'a'")]
    [InlineData("fields: [{ field: data.open, sameAs: data.second }]", "'data.open' is 'db', and 'data.second' is another")]
    [InlineData("fields: [{ field: data.part, oneOf: [a] }]", "'data.part' is a value, and should be 'a'")]
    [InlineData("expression: resources.exists(r, r.kind == 'Nothing')\nmessage: \"{resources.map(r, r.?data.orValue({}))}\"", "a value")]
    public void It_is_hidden(string policy, string expected)
    {
        var found = PolicyLint.Lint(
            [
                ("fluxlint.yaml", $"clusters:\n  - class: production\n    paths: [clusters/*]\npolicies:\n  - id: ORG1\n    name: a-policy\n    select: {{ kinds: [ConfigMap] }}\n    {policy.ReplaceLineEndings("\n    ")}"),
                ("clusters/one/apps.yaml", Sync),
                ("apps/kustomization.yaml", Build),
                ("apps/app.yaml", App),
            ],
            out var compilation);

        Assert.Empty(compilation.ConfigurationProblems);
        Assert.Contains(found.Diagnostics, finding => finding.Message.Contains(expected, StringComparison.Ordinal));
        Assert.All(found.Diagnostics, finding => Assert.DoesNotContain("HUNTER", $"{finding.Message} {string.Join(' ', finding.Provenance)} {finding.LogicalLocation}", StringComparison.Ordinal));
    }
}
