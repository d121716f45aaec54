using System.Xml.Linq;
using FluxLint.Diagnostics;
using FluxLint.Reporting;
using static FluxLint.Core.Tests.Reporting.SampleResult;

namespace FluxLint.Core.Tests.Reporting;

public sealed class JUnitReporterTests
{
    [Fact]
    public Task Writes_a_suite_for_each_rule() => Verifier.Verify(new JUnitReporter().Write(Full));

    [Fact]
    public void A_rule_without_findings_is_a_test_that_passes()
    {
        var report = XDocument.Parse(new JUnitReporter().Write(Empty));

        Assert.Equal(("4", "0"), Counts(report.Root));
        Assert.All(report.Descendants("testcase"), test => Assert.Empty(test.Elements()));
    }

    [Fact]
    public void Counts_are_those_of_the_tests()
    {
        var report = XDocument.Parse(new JUnitReporter().Write(Many(100)));

        foreach (var owner in report.Descendants().Where(element => element.Name != "testcase" && element.Attribute("tests") is not null))
            Assert.Equal(($"{owner.Descendants("testcase").Count()}", $"{owner.Descendants("failure").Count()}"), Counts(owner));
    }

    [Fact]
    public void No_two_tests_have_the_same_class_and_name()
    {
        var tests = XDocument.Parse(new JUnitReporter().Write(Full)).Descendants("testcase").Select(test => $"{(string?)test.Attribute("classname")} {(string?)test.Attribute("name")}").ToList();

        Assert.Equal(tests.Count, tests.Distinct().Count());
    }

    [Fact]
    public void What_XML_cannot_say_becomes_a_replacement_character()
    {
        var report = XDocument.Parse(new JUnitReporter().Write(Of(Finding(Release, "kind", "a\u0001b\ud800c\uffff <&>\"🚀"))));

        Assert.Equal("a\u2401b\ufffdc\ufffd <&>\"🚀", (string?)Assert.Single(report.Descendants("failure")).Attribute("message"));
    }

    [Fact]
    public void An_info_does_not_fail()
    {
        var report = XDocument.Parse(new JUnitReporter().Write(Of(Finding(Release, "kind") with { Severity = Severity.Info })));

        Assert.Empty(report.Descendants("failure"));
        Assert.EndsWith("info FLX1001: wrong", (string?)Assert.Single(report.Descendants("system-out")), StringComparison.Ordinal);
    }

    private static (string?, string?) Counts(XElement? owner) => ((string?)owner?.Attribute("tests"), (string?)owner?.Attribute("failures"));
}
