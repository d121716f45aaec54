namespace FluxLint.Core.Tests.Policies;

/// <summary>What is short to write and long to carry out ends all the same.</summary>
public sealed class PolicyCostTests
{
    private const string Map = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n";

    [Fact]
    public void Message_is_written_as_far_as_it_is_shown()
    {
        var list = "[1, 2]" + string.Concat(Enumerable.Repeat(".map(x, [x, x, x, x, x, x, x, x])", 12));

        var found = PolicyLint.Of($$"""
            expression: "false"
            message: "{{{list}}}"
            """, "kustomization.yaml", "resources: [a.yaml]\n", "a.yaml", Map);

        Assert.StartsWith("a.yaml:3:19+1: ORG1: 1, 1, 1, ", found, StringComparison.Ordinal);
        Assert.Contains("...", found, StringComparison.Ordinal);
        Assert.InRange(found.Length, 500, 600);
    }

    [Fact]
    public void Field_is_compared_with_one_other_however_many_there_are()
    {
        var items = string.Concat(Enumerable.Repeat("  - 1\n", 30_000));

        Assert.Equal("", PolicyLint.Of("fields: [{ field: \"l[*]\", sameAs: \"l[*]\" }]", "kustomization.yaml", "resources: [a.yaml]\n", "a.yaml", $"apiVersion: example.com/v1\nkind: A\nmetadata: {{ name: a }}\nl:\n{items}"));
    }
}
