using FluxLint.Kubernetes;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Kubernetes;

public class PodTemplateTests
{
    [Theory]
    [InlineData("v1", "Pod", "metadata: { labels: { app: a } }\nspec: { containers: [{ name: c }] }")]
    [InlineData("apps/v1", "DaemonSet", "spec: { template: { metadata: { labels: { app: a } }, spec: { containers: [{ name: c }] } } }")]
    [InlineData("batch/v1", "CronJob", "spec: { jobTemplate: { spec: { template: { metadata: { labels: { app: a } }, spec: { containers: [{ name: c }] } } } } }")]
    public void Labels_and_containers_of_workloads(string apiVersion, string kind, string manifest)
    {
        var pod = Parse(apiVersion, kind, manifest);

        Assert.Equal("a", pod?.Labels?.Text("app"));
        Assert.Equal("c", Assert.Single(pod?.Containers ?? []).Name);
    }

    [Theory]
    [InlineData("v1", "Service", "spec: { template: { spec: {} } }")]
    [InlineData("apps/v1", "Deployment", "spec: {}")]
    [InlineData("batch/v1", "Job", "spec: { template: x }")]
    public void What_has_no_pods(string apiVersion, string kind, string manifest) => Assert.Null(Parse(apiVersion, kind, manifest));

    [Fact]
    public void Containers_start_in_order()
    {
        var pod = Parse("v1", "Pod", "spec: { containers: [{ name: b }], ephemeralContainers: [{ name: c }], initContainers: [{ name: a }, text] }");

        Assert.Equal(["initContainers a", "containers b", "ephemeralContainers c"], (pod?.Containers ?? []).Select(container => $"{container.Field} {container.Name}"));
    }

    [Fact]
    public void Data_that_is_read_and_mounted()
    {
        var pod = Parse("v1", "Pod", """
            spec:
              containers:
                - envFrom: [{ configMapRef: { name: a } }, { secretRef: { name: b, optional: true } }]
                  env:
                    - { name: X, valueFrom: { secretKeyRef: { name: c, key: k } } }
                    - { name: Y, valueFrom: { fieldRef: { fieldPath: metadata.name } } }
                    - { name: Z, value: z }
              volumes:
                - { name: v, secret: { secretName: d, items: [{ key: k1, path: p }, { key: k2, path: q }] } }
                - { name: w, projected: { sources: [{ configMap: { name: e } }, { serviceAccountToken: { path: t } }] } }
                - { name: x, emptyDir: {} }
            """);

        Assert.Equal(
            ["ConfigMap a ", "Secret b ?", "Secret c k", "Secret d k1", "Secret d k2", "ConfigMap e "],
            (pod?.DataReferences ?? []).Select(reference => $"{reference.Kind} {reference.Name.Value} {reference.Key?.Value}{(reference.IsOptional ? "?" : "")}"));
    }

    [Theory]
    [InlineData("hostNetwork: true", PodSecurityLevel.Baseline, "shares namespaces of its node 'hostNetwork'")]
    [InlineData("hostNetwork: false", PodSecurityLevel.Baseline, "")]
    [InlineData("securityContext: { seLinuxOptions: { type: spc_t } }", PodSecurityLevel.Baseline, "chooses its SELinux context all containers")]
    [InlineData("containers: [{ name: c, securityContext: { procMount: Unmasked } }]", PodSecurityLevel.Baseline, "unmasks '/proc' 'c'")]
    [InlineData("containers: [{ name: c, ports: [{ hostPort: 0 }] }]", PodSecurityLevel.Baseline, "")]
    [InlineData("os: { name: windows }\n  containers: [{ name: c, securityContext: { runAsNonRoot: true } }]", PodSecurityLevel.Restricted, "")]
    [InlineData("securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }\n  containers: [{ name: c, securityContext: { allowPrivilegeEscalation: true, capabilities: { drop: [ALL] } } }]", PodSecurityLevel.Restricted, "may gain privileges 'c'")]
    public void Levels_of_the_standards(string spec, PodSecurityLevel level, string expected)
    {
        var pod = Parse("v1", "Pod", "spec:\n  " + spec);

        Assert.NotNull(pod);
        Assert.Equal(expected, string.Join(", ", PodSecurity.Violations(pod, level).Select(violation => $"{violation.Control} {violation.Subject}")));
    }

    private static PodTemplate? Parse(string apiVersion, string kind, string manifest)
    {
        var root = YamlTree.Parse(SourceText.From("pod.yaml", $"apiVersion: {apiVersion}\nkind: {kind}\n{manifest}")).RootMapping;
        Assert.NotNull(root);
        return PodTemplate.Of(ResourceId.Of(root), root);
    }
}
