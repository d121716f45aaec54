using System.Collections.Immutable;
using FluxLint.CodeFixes;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Suppressions;

/// <summary>What annotations of objects suppress, such as <c>ignore.fluxlint.dev/FLX7006: "built here"</c>, on the objects as they are rendered.</summary>
/// <param name="rules">The rules that they may name.</param>
internal sealed class ObjectSuppressions(ImmutableArray<RuleInfo> rules)
{
    private const string Prefix = "ignore.fluxlint.dev/";

    private readonly HashSet<Location> used = [];

    /// <summary>Why a finding on an object is not shown; null when the object does not say so.</summary>
    public Suppression? Find(Resource resource, string id)
    {
        Suppression? found = null;
        foreach (var suppression in Of(resource).Where(suppression => suppression.Selector.Ids.Contains(id)))
        {
            used.Add(suppression.Selector.Location);
            found ??= new(SuppressionKind.InSource, suppression.Reason);
        }
        return found;
    }

    /// <summary>Reports what is wrong with the annotations, once all findings were looked for.</summary>
    public void Judge(ImmutableArray<SharedResource> resources, YamlEdit edit, HygieneFindings hygiene)
    {
        foreach (var suppression in resources.SelectMany(shared => Of(shared.Resource)).DistinctBy(suppression => suppression.Selector.Location))
        {
            var (selector, isUsed) = (suppression.Selector, used.Contains(suppression.Selector.Location));
            if (selector.Ids.IsEmpty)
                hygiene.ReportUnknown(selector);
            else if (suppression.Reason.Length == 0)
                hygiene.ReportWithoutReason(selector.Location, $"'{selector.Text}'", $"give it as the value of the annotation: `{suppression.Key}: why`");
            if (!isUsed && !selector.Ids.IsEmpty && hygiene.DidRun(selector.Ids, selector.Location.Path))
                hygiene.ReportUnused(selector.Location, $"there is no finding of '{selector.Text}' to suppress", CodeFix.Safe("Remove the annotation", edit.Remove(suppression.Annotations, suppression.Key)));
        }
    }

    private IEnumerable<ObjectSuppression> Of(Resource resource)
    {
        if (resource.Root.Mapping("metadata")?.Mapping("annotations") is not { } annotations)
            yield break;
        foreach (var (key, value) in annotations.Entries)
        {
            if (key is not YamlScalar { Value: var name } || !name.StartsWith(Prefix, StringComparison.Ordinal))
                continue;
            var text = name[Prefix.Length..];
            yield return new(new(text, key.Location, RuleSelection.Meant(text, rules)), annotations, name, Reason(value));
        }
    }

    // A switch that is on says that something is suppressed, and not why.
    private static string Reason(YamlNode value) => value is YamlScalar { Value: var text } && !bool.TryParse(text, out _) ? text.Trim() : "";
}
