namespace FluxLint.Core.Tests.Policies;

/// <summary>Findings of policies stand at the field that decided, where it was written.</summary>
public sealed class PolicyPlaceTests
{
    private const string Web = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
          labels: { team: checkout }
        spec:
          replicas: 1
          template:
            spec:
              hostNetwork: true
              containers:
                - name: one
                  image: a/one:1
                - name: two
                  image: b/two:2
        """;

    [Theory]
    [InlineData("object.spec.replicas >= 2", "web.yaml:8:13+1")]
    [InlineData("2 <= object.spec.replicas", "web.yaml:8:13+1")]
    [InlineData("!(object.spec.replicas < 2)", "web.yaml:8:13+1")]
    [InlineData("object.metadata.name == 'x' && object.spec.replicas >= 2", "web.yaml:4:9+3|web.yaml:8:13+1")]
    [InlineData("object.metadata.name == 'web' && object.spec.replicas >= 2", "web.yaml:8:13+1")]
    [InlineData("object.metadata.name != 'web' || object.spec.replicas >= 2", "web.yaml:8:13+1")]
    [InlineData("object.metadata.name == 'web' ? object.spec.replicas >= 2 : true", "web.yaml:8:13+1")]
    [InlineData("object.spec.template.spec.containers.all(c, c.image.startsWith('a/'))", "web.yaml:16:18+7")]
    [InlineData("!object.spec.template.spec.containers.exists(c, c.image.startsWith('b/'))", "web.yaml:16:18+7")]
    [InlineData("object.spec.template.spec.containers.exists(c, c.image.startsWith('c/'))", "web.yaml:12:7+10")]
    [InlineData("object.spec.template.spec.containers.all(c, has(c.resources))", "web.yaml:13:17+3|web.yaml:15:17+3")]
    [InlineData("size(object.spec.template.spec.containers.filter(c, c.name == 'two')) == 0", "web.yaml:15:17+3")]
    [InlineData("object.spec.template.spec.containers.map(c, c.image.split('/')[0]).all(r, r == 'a')", "web.yaml:12:7+10")]
    [InlineData("cel.bind(spec, object.spec.template.spec, !spec.hostNetwork)", "web.yaml:11:20+4")]
    [InlineData("!has(object.spec.template.spec.hostNetwork)", "web.yaml:11:20+4")]
    [InlineData("has(object.metadata.labels.owner)", "web.yaml:6:3+6")]
    [InlineData("has(object.metadata.annotations)", "web.yaml:4:9+3")]
    [InlineData("object.spec.?paused.orValue(false)", "web.yaml:7:1+4")]
    [InlineData("object.metadata.?labels['team'].orValue('') in ['search']", "web.yaml:6:19+8")]
    [InlineData("resources.exists(r, r.kind == 'Service')", "web.yaml:4:9+3")]
    [InlineData("object.spec.replicas < 1 || resources.exists(r, r.kind == 'Service')", "web.yaml:4:9+3")]
    [InlineData("cluster.class == 'production'", "web.yaml:4:9+3")]
    [InlineData("'owner' in object.metadata.labels", "web.yaml:6:3+6")]
    [InlineData("['team', 'owner'].all(label, label in object.metadata.labels)", "web.yaml:6:3+6")]
    [InlineData("!('team' in object.metadata.labels)", "web.yaml:6:3+6")]
    [InlineData("object.spec.template.spec.containers.all(c, 'x' in c.name.split('-'))", "web.yaml:13:17+3|web.yaml:15:17+3")]
    [InlineData("false", "web.yaml:4:9+3")]
    public void Deciding_field_is_pointed_at(string expression, string expected) => Assert.Equal(
        expected,
        string.Join('|', PolicyLint.Of($"expression: \"{expression}\"", "kustomization.yaml", "resources: [web.yaml]", "web.yaml", Web).Split('\n').Select(line => line.Split(": ORG1")[0])));

    [Theory]
    [InlineData("message: \"{object.metadata.name} is '{value}'\"", "base/web.yaml:4:15+4: ORG1: a-web is 'main'|base/web.yaml:4:15+4: ORG1: b-web is 'main'")]
    [InlineData("message: \"it is '{value}'\"", "base/web.yaml:4:15+4: ORG1: it is 'main' [so it is with ConfigMap 'b-web']")]
    public void Objects_that_share_a_line_are_all_told_of(string message, string expected)
    {
        var found = PolicyLint.Lint(
            [
                ("fluxlint.yaml", $"policies:\n  - id: ORG1\n    name: a-policy\n    select: {{ kinds: [ConfigMap] }}\n    expression: object.data.tier == 'x'\n    {message}\n"),
                ("kustomization.yaml", "resources: [a, b]\n"),
                ("a/kustomization.yaml", "namePrefix: a-\nresources: [../base]\n"),
                ("b/kustomization.yaml", "namePrefix: b-\nresources: [../base]\n"),
                ("base/kustomization.yaml", "resources: [web.yaml]\n"),
                ("base/web.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\ndata: { tier: main }\n"),
            ],
            out _);

        Assert.Equal(expected, string.Join('|', found.Diagnostics.Select(finding =>
            $"{finding.Location}+{finding.Location.Span.Length}: {finding.Id}: {finding.Message}{string.Concat(finding.Related.Select(related => $" [{related.Message}]"))}")));
    }

    [Fact]
    public void Overlay_and_base_answer_for_what_each_wrote() => Assert.Equal(
        """
        base/web.yaml:8:13+1: ORG1: 'spec.replicas' is '1', and should be at least '3'
        clusters/b/kustomization.yaml:2:32+1: ORG1: 'spec.replicas' is '2', and should be at least '3'
        """.ReplaceLineEndings("\n"),
        PolicyLint.Of(
            "fields: [{ field: spec.replicas, atLeast: 3 }]",
            "base/kustomization.yaml", "resources: [web.yaml]",
            "base/web.yaml", Web,
            "clusters/a/kustomization.yaml", "resources: [../../base]",
            "clusters/b/kustomization.yaml", "resources: [../../base]\nreplicas: [{ name: web, count: 2 }]",
            "clusters/c/kustomization.yaml", "resources: [../../base]\nreplicas: [{ name: web, count: 3 }]"));

    [Fact]
    public void All_that_is_wrong_in_one_place_is_one_finding() => Assert.Equal(
        """
        web.yaml:6:3+6: ORG1: 'metadata.labels.owner' and 'metadata.labels.tier' are missing
        web.yaml:7:1+4: ORG1: 'spec.x' and 'spec.y' are not set, which means 'a', and should be 'b'
        web.yaml:8:13+1: ORG1: 'spec.replicas' is '1', and should be at least '3'; 'spec.replicas' is '1', which is not allowed; The policy speaks
        """.ReplaceLineEndings("\n"),
        PolicyLint.Of(
            "require: [metadata.labels.owner, metadata.labels.tier]\nfields:\n  - { field: spec.x, default: a, oneOf: [b] }\n  - { field: spec.y, default: a, oneOf: [b] }\n  - { field: spec.replicas, atLeast: 3 }\n  - { field: spec.replicas, noneOf: ['1'] }\nexpression: object.spec.replicas > 1",
            "kustomization.yaml", "resources: [web.yaml]", "web.yaml", Web));

    [Theory]
    [InlineData("require: ['{spec,spec.template.spec}.hostNetwork']", "")]
    [InlineData("require: ['{spec,spec.template.spec}.hostPID']", "web.yaml:10:5+4")]
    [InlineData("require: ['spec.template.spec.containers[*].{name,args}']", "")]
    [InlineData("require: ['spec.template.spec.containers[*].{args,command}']", "web.yaml:13:17+3|web.yaml:15:17+3")]
    [InlineData("require: ['metadata.{labels,annotations}.team']", "")]
    [InlineData("fields: [{ field: '{spec,spec.template.spec}.hostNetwork', default: unset, oneOf: ['true'] }]", "")]
    [InlineData("fields: [{ field: '{spec,spec.template.spec}.hostPID', default: unset, oneOf: ['true'] }]", "web.yaml:10:5+4")]
    public void One_of_several_ways_is_enough(string policy, string expected) => Assert.Equal(
        expected,
        string.Join('|', PolicyLint.Of(policy, "kustomization.yaml", "resources: [web.yaml]", "web.yaml", Web).Split('\n').Select(line => line.Split(": ORG1")[0])));

    [Fact]
    public void One_cause_is_one_finding_with_its_clusters() => Assert.Equal(
        "base/web.yaml:8:13+1: ORG1: The policy speaks (a, b)",
        PolicyLint.Of(
            "expression: object.spec.replicas > 1 || cluster.name == 'c'",
            "base/kustomization.yaml", "resources: [web.yaml]",
            "base/web.yaml", Web,
            "clusters/a/kustomization.yaml", "resources: [../../base]",
            "clusters/b/kustomization.yaml", "resources: [../../base]\ncommonAnnotations: { a: b }",
            "clusters/c/kustomization.yaml", "resources: [../../base]"));

    [Fact]
    public void Message_has_values_of_the_object_the_cluster_and_the_field() => Assert.Equal(
        "web.yaml:8:13+1: ORG1: shop/web in . has 1 for spec.replicas, {not} 1 of checkout",
        PolicyLint.Of(
            "message: \"{object.metadata.namespace}/{object.metadata.name} in {cluster.name} has {value} for {field}, {{not}} {size({'a': 1})} of {object.metadata.labels.team}\"\nexpression: object.spec.replicas > 1",
            "kustomization.yaml", "resources: [web.yaml]", "web.yaml", Web));
}
