using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>
/// Writes JUnit's XML, as GitLab (https://docs.gitlab.com/ci/testing/unit_test_reports/) and Jenkins read it: a suite for each rule, with a
/// test that fails for each error and warning, one that passes for each info, and one that passes where nothing was found.
/// </summary>
public sealed class JUnitReporter : IReporter
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.None,
        CloseOutput = false,
    };

    /// <inheritdoc/>
    public void Write(LintResult result, Stream output)
    {
        var found = result.Diagnostics.ToLookup(diagnostic => diagnostic.Id, StringComparer.Ordinal);
        using (var xml = XmlWriter.Create(output, Settings))
        {
            var rules = RuleTable.Of(result).Rules;
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", ToolInfo.Name);
            WriteCounts(xml, rules.Sum(rule => Math.Max(1, found[rule.Id].Count())), result.Diagnostics.Count(IsFailure));
            foreach (var rule in rules)
                WriteSuite(xml, rule, [.. found[rule.Id]]);
            xml.WriteEndElement();
        }
        output.WriteByte((byte)'\n');
    }

    private static void WriteSuite(XmlWriter xml, RuleInfo rule, ImmutableArray<Diagnostic> found)
    {
        var name = $"{rule.Id} {rule.Name}".TrimEnd();
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", name);
        WriteCounts(xml, Math.Max(1, found.Length), found.Count(IsFailure));
        if (found.IsEmpty)
        {
            WriteStart(xml, name, rule.Descriptor.Title);
            xml.WriteEndElement();
        }
        foreach (var diagnostic in found)
            WriteCase(xml, name, diagnostic);
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, string suite, Diagnostic diagnostic)
    {
        // GitLab takes tests of the same class and name for one: the whole span keeps them apart.
        WriteStart(xml, suite, CanonicalLine.Origin(diagnostic.Location));
        xml.WriteAttributeString("file", Valid(diagnostic.Location.Path));
        xml.WriteAttributeString("line", diagnostic.Location.Start.Line.ToString(CultureInfo.InvariantCulture));
        if (IsFailure(diagnostic))
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", diagnostic.Severity.ToWord());
            xml.WriteAttributeString("message", Valid(diagnostic.Message));
        }
        else
        {
            xml.WriteStartElement("system-out");
        }
        xml.WriteString(Valid(CanonicalLine.Of(diagnostic)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteStart(XmlWriter xml, string suite, string name)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", suite);
        xml.WriteAttributeString("name", Valid(name));
    }

    private static void WriteCounts(XmlWriter xml, int tests, int failures)
    {
        xml.WriteAttributeString("tests", tests.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", failures.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("errors", "0");
    }

    private static bool IsFailure(Diagnostic diagnostic) => diagnostic.Severity >= Severity.Warning;

    // XML cannot say most control characters and no halves of surrogate pairs, not even escaped.
    private static string Valid(string text) =>
        string.Concat(SafeText.Lines(text).EnumerateRunes().Select(rune => rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar : rune));
}
