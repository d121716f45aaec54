using System.Collections.Immutable;
using FluxLint.Core.Tests.Reporting;
using FluxLint.Diagnostics;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Diagnostics;

public sealed class FingerprintsTests
{
    private static readonly SourceText Text = SourceText.From("apps/web/a.yaml", "kind: X\nkind: X\n");

    private static readonly LogicalLocation Field = new("v1", "Pod", "apps", "web", "spec.containers[0].image");

    [Fact]
    public void Is_the_hash_of_what_is_found_with_a_number() => Assert.Matches("^[0-9a-f]{16}:1$", One(Finding("'web' is wrong")));

    [Fact]
    public void Stays_when_lines_move_and_a_directory_is_renamed() => Assert.Equal(
        One(Finding("'apps/web/a.yaml' in 'apps/web' asks for '../base'")),
        One(SampleResult.Finding(SourceText.From("services/web/a.yaml", "\n\nkind: X\n"), "kind", "'services/web/a.yaml' in 'services/web' asks for '../base'")));

    [Fact]
    public void Stays_when_the_words_around_names_change() => Assert.Equal(One(Finding("'web' has 1 error")), One(Finding("there are 2 errors in 'web'")));

    [Fact]
    public void Stays_when_a_cluster_is_named_otherwise() => Assert.Equal(
        One(Finding("'web' is absent from 'clusters/a'") with { Clusters = ["clusters/a"] }),
        One(Finding("'web' is absent from 'clusters/b'") with { Clusters = ["clusters/b"] }));

    [Fact]
    public void Stays_when_an_item_comes_before_it_in_a_list() => Assert.Equal(
        One(Finding("wrong") with { LogicalLocation = Field }),
        One(Finding("wrong") with { LogicalLocation = Field with { Field = "spec.containers[12].image" } }));

    [Fact]
    public void Changes_with_rule_object_field_and_names()
    {
        var finding = Finding("'web' is wrong") with { LogicalLocation = Field };

        Diagnostic[] others =
        [
            finding with { Descriptor = finding.Descriptor with { Id = "FLX1002" } },
            finding with { LogicalLocation = Field with { Name = "other" } },
            finding with { LogicalLocation = Field with { Field = "spec.containers[0].name" } },
            finding with { LogicalLocation = null },
            finding with { Message = "'wep' is wrong" },
        ];

        Assert.Equal(6, others.Append(finding).Select(One).Distinct().Count());
    }

    [Fact]
    public void Numbers_equal_findings_of_a_file()
    {
        var other = SampleResult.Finding(SourceText.From("other.yaml", "kind: X\n"), "kind");

        var fingerprints = All(Finding("wrong"), Finding("wrong"), other);

        Assert.Equal(["1", "2", "1"], fingerprints.Select(fingerprint => fingerprint.Split(':')[1]));
        Assert.Single(fingerprints.Select(fingerprint => fingerprint.Split(':')[0]).Distinct());
    }

    private static Diagnostic Finding(string message) => SampleResult.Finding(Text, "kind", message);

    private static string One(Diagnostic diagnostic) => Assert.Single(All(diagnostic));

    private static ImmutableArray<string> All(params ImmutableArray<Diagnostic> diagnostics)
    {
        var fingerprints = Fingerprints.Of(diagnostics);
        return [.. diagnostics.Select(diagnostic => fingerprints[diagnostic])];
    }
}
