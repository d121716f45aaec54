using FluxLint.Schemas;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>
/// The schema of the values of a chart. Helm asserts the formats of JSON Schema where <c>$schema</c> names a draft before 2019-09, from which on a
/// format is a remark, and knows none of those that Kubernetes adds. A duration is one of ISO 8601 there, and nothing is said of it.
/// </summary>
internal sealed record ValuesSchemaSource(YamlMapping Root) : DocumentSource(Root)
{
    private static readonly string[] AssertingDrafts = ["/draft-04/", "/draft-06/", "/draft-07/"];

    public override bool Asserts(string format) =>
        format is "date-time" or "date" or "ipv4" or "ipv6" or "uuid"
        && Root.Text("$schema") is { } draft
        && AssertingDrafts.Any(name => draft.Contains(name, StringComparison.Ordinal));
}
