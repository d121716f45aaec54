using FluxLint.Kubernetes;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Kubernetes;

/// <summary>Where workloads keep what they say of their pods.</summary>
public sealed class WorkloadTests
{
    [Theory]
    [InlineData("v1", "Pod", "{ hostname: here }", "here")]
    [InlineData("apps/v1", "Deployment", "{ template: { spec: { hostname: here } } }", "here")]
    [InlineData("batch/v1", "CronJob", "{ jobTemplate: { spec: { template: { spec: { hostname: here } } } } }", "here")]
    [InlineData("apps/v1", "Deployment", "{ replicas: 1 }", null)]
    [InlineData("v1", "Service", "{ template: { spec: { hostname: here } } }", null)]
    public void The_spec_of_its_pods_is_found(string apiVersion, string kind, string spec, string? hostname)
    {
        var root = YamlTree.Parse(SourceText.From("a.yaml", $"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {{ name: a }}\nspec: {spec}\n")).RootMapping;

        Assert.NotNull(root);
        Assert.Equal(hostname, Workload.PodSpec(ResourceId.Of(root), root)?.Text("hostname"));
    }
}
