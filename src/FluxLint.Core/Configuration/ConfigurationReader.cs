using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Configuration;

/// <summary>Reads the format of <c>fluxlint.yaml</c>.</summary>
internal sealed class ConfigurationReader
{
    private readonly NodeReader reader = new();
    private readonly RuleSettingReader rules;
    private readonly SuppressionSettingReader suppressions;
    private readonly ClusterValueReader values;
    private readonly PackReferenceReader packs;

    public ConfigurationReader(ImmutableArray<RuleInfo> knownRules)
    {
        rules = new(reader, knownRules);
        suppressions = new(reader, rules);
        values = new(reader);
        packs = new(reader);
    }

    public ConfigurationResult Read(YamlTree tree)
    {
        var documents = tree.Documents.Where(document => document.Root is not null).ToArray();
        var configuration = documents is [var first, ..] && reader.AsMapping(first.Expanded, "the configuration") is { } root
            ? Read(root)
            : FluxLintConfiguration.Default;
        if (documents is [_, { Root: { } second }, ..])
            reader.Report(second, "the configuration must be a single document");
        return new(configuration, reader.Problems);
    }

    private FluxLintConfiguration Read(YamlMapping root)
    {
        reader.CheckKeys(root, FluxLintConfiguration.FileName, ConfigurationKeys.Root);
        return new()
        {
            Extends = reader.Text(root, "extends"),
            WrittenPreset = ReadPreset(root),
            FluxVersion = ReadVersion(root, "flux"),
            KubernetesVersion = ReadVersion(root, "kubernetes"),
            Clusters = ReadClasses(root),
            Values = ReadMappings(root, "values", values.Read),
            Sources = ReadMappings(root, "sources", ReadSource),
            Provides = ReadProvides(root),
            Namespaces = ReadMappings(root, "namespaces", ReadNamespaceRule),
            Schemas = [.. reader.Texts(root, "schemas").Select(ReadPath).OfType<YamlScalar>()],
            Packs = packs.Read(root),
            Rules = rules.Read(reader.Mapping(root, "rules")),
            Overrides = ReadMappings(root, "overrides", ReadOverride),
            Suppressions = ReadMappings(root, "suppressions", suppressions.Read),
            Baseline = reader.Text(root, "baseline") is { } baseline ? ReadPath(baseline) : null,
        };
    }

    private PresetSetting? ReadPreset(YamlMapping root)
    {
        if (reader.Text(root, "preset") is not { } node)
            return null;
        if (Presets.Find(node.Value) is { } preset)
            return new(preset, node);
        reader.Report(node, $"there is no preset '{node.Value}'; {Suggestion.For(node.Value, Presets.Names)?.Statement ?? "the presets are recommended, strict and all"}");
        return null;
    }

    private VersionSetting? ReadVersion(YamlMapping root, string product)
    {
        if (reader.Mapping(root, product) is not { } mapping)
            return null;
        reader.CheckKeys(mapping, $"'{product}'", ConfigurationKeys.Product);
        if (reader.Scalar(mapping, "version") is not { } node)
            return null;
        if (VersionSetting.Parse(node.Value) is { } version)
            return new(version, node);
        reader.Report(node, $"'{product}.version' must be a version such as \"2.8\", not {NodeReader.Describe(node)}");
        return null;
    }

    private ImmutableArray<ClusterClass> ReadClasses(YamlMapping root)
    {
        var classes = ReadMappings(root, "clusters", ReadClass);
        var names = classes.Select(candidate => candidate.Name.Value).ToHashSet(StringComparer.Ordinal);
        var known = classes.Where(IsNew).Select(WithKnownTarget).ToList();
        return [.. known.Select(candidate => candidate with { IsPromotedTo = known.Exists(other => other.PromotesTo?.Value == candidate.Name.Value) })];

        bool IsNew(ClusterClass candidate)
        {
            if (ReferenceEquals(classes.First(other => other.Name.Value == candidate.Name.Value), candidate))
                return true;
            reader.Report(candidate.Name, $"there are two classes '{candidate.Name.Value}'");
            return false;
        }

        ClusterClass WithKnownTarget(ClusterClass candidate)
        {
            if (candidate.PromotesTo is not { } target || (names.Contains(target.Value) && target.Value != candidate.Name.Value))
                return candidate;
            var hint = Suggestion.For(target.Value, names.Where(name => name != candidate.Name.Value)) is { } nearest ? $"; {nearest.Statement}" : "";
            reader.Report(target, target.Value == candidate.Name.Value ? $"the class '{target.Value}' promotes to itself" : $"there is no class '{target.Value}'{hint}");
            return candidate with { PromotesTo = null };
        }
    }

    private ClusterClass? ReadClass(YamlMapping mapping)
    {
        reader.CheckKeys(mapping, "a class of clusters", ConfigurationKeys.Class);
        var name = reader.Text(mapping, "class");
        var owner = name is null ? "a class of clusters" : $"the class '{name.Value}'";
        if (IsMissing(mapping, "paths"))
            reader.Report(mapping, $"{owner} needs 'paths'");
        var places = reader.Patterns(mapping, "paths").Select(node => new PathCapture(node)).Select(capture => (Capture: capture, Glob: reader.AsGlob(capture.Pattern))).ToList();
        ImmutableArray<LocatedGlob> paths = [.. places.Select(place => place.Glob).OfType<LocatedGlob>()];
        var requires = reader.Texts(mapping, "requires").Select(ReadPath).OfType<YamlScalar>().ToImmutableArray();
        var (names, forbidden, onlyInOverlays) = (reader.Globs(mapping, "names"), reader.Globs(mapping, "forbids"), reader.Globs(mapping, "onlyInOverlays"));
        var promotesTo = reader.Text(mapping, "promotesTo");
        var allowsRanges = reader.IsOn(mapping, "allowChartRanges");
        if (IsMissing(mapping, "class"))
            reader.Report(mapping, "a class of clusters needs a 'class', its name");
        return name is null || paths.IsEmpty
            ? null
            : new()
            {
                Name = name,
                Paths = paths,
                Captures = [.. places.Where(place => place.Glob is not null).Select(place => place.Capture)],
                Names = names,
                Requires = requires,
                Forbidden = forbidden,
                OnlyInOverlays = onlyInOverlays,
                PromotesTo = promotesTo,
                AllowsChartRanges = allowsRanges,
            };
    }

    private SourceMapping? ReadSource(YamlMapping mapping)
    {
        reader.CheckKeys(mapping, "a source", ConfigurationKeys.Source);
        var (url, path) = (reader.Text(mapping, "url"), reader.Text(mapping, "path") is { } written ? ReadPath(written) : null);
        if (IsMissing(mapping, "url") || IsMissing(mapping, "path"))
            reader.Report(mapping, "a source needs a 'url', as the manifests have it, and the 'path' of the directory that holds it");
        return url is null || path is null ? null : new(url, path);
    }

    private ProvidedNames ReadProvides(YamlMapping root)
    {
        if (reader.Mapping(root, "provides") is not { } mapping)
            return ProvidedNames.Unsaid;
        reader.CheckKeys(mapping, "'provides'", ConfigurationKeys.Provides);
        return new()
        {
            Namespaces = Names("namespaces"),
            Crds = Names("crds"),
            ConfigMaps = NamesInNamespaces("configMaps"),
            Secrets = NamesInNamespaces("secrets"),
            ServiceAccounts = NamesInNamespaces("serviceAccounts"),
        };

        // An empty list says that nothing else is there; one of which a part cannot be read says nothing, since it is not complete.
        ImmutableArray<LocatedGlob>? Names(string key)
        {
            var patterns = mapping[key] is YamlSequence { Items.IsEmpty: true } ? [] : reader.Globs(mapping, key);
            return mapping[key] is YamlSequence list && list.Items.Length == patterns.Length ? patterns : null;
        }

        ImmutableArray<LocatedGlob>? NamesInNamespaces(string key)
        {
            var patterns = Names(key);
            var wrong = patterns?.FirstOrDefault(pattern => !pattern.Glob.Pattern.Contains('/') && !pattern.Glob.Pattern.Contains("**", StringComparison.Ordinal));
            if (wrong is null)
                return patterns;
            reader.Report(wrong.Node, $"an item of '{key}' has the form namespace/name, and '{wrong.Glob.Pattern}' has no namespace");
            return null;
        }
    }

    private NamespaceRule? ReadNamespaceRule(YamlMapping mapping)
    {
        reader.CheckKeys(mapping, "a namespace rule", ConfigurationKeys.NamespaceRule);
        var (releases, paths, kinds) = (reader.Globs(mapping, "releases"), reader.Globs(mapping, "paths"), reader.Globs(mapping, "kinds"));
        var name = reader.Text(mapping, "namespace");
        if (IsMissing(mapping, "namespace"))
            reader.Report(mapping, "a namespace rule needs a 'namespace'");
        else if (name is not null && !IsLabel(name.Value))
            reader.Report(name, $"'{name.Value}' cannot be the name of a namespace");
        else if (IsMissing(mapping, "releases") && IsMissing(mapping, "paths") && IsMissing(mapping, "kinds"))
            reader.Report(mapping, "a namespace rule needs 'releases', 'paths' or 'kinds' to match");

        // A list that lost a pattern still narrows; one that lost all of them would match everything.
        var isWhole = Narrows("releases", releases) && Narrows("paths", paths) && Narrows("kinds", kinds) && releases.Length + paths.Length + kinds.Length > 0;
        return isWhole && name is not null && IsLabel(name.Value) ? new() { Releases = releases, Paths = paths, Kinds = kinds, Namespace = name } : null;

        bool Narrows(string key, ImmutableArray<LocatedGlob> patterns) => IsMissing(mapping, key) || !patterns.IsEmpty;
    }

    private SeverityOverride? ReadOverride(YamlMapping mapping)
    {
        reader.CheckKeys(mapping, "an override", ConfigurationKeys.Override);
        var paths = ReadRequiredPaths(mapping, "an override");
        var settings = rules.ReadSeverities(reader.Mapping(mapping, "rules"));
        if (IsMissing(mapping, "rules"))
            reader.Report(mapping, "an override needs 'rules'");
        return paths.IsEmpty ? null : new() { Paths = paths, Rules = settings };
    }

    private ImmutableArray<LocatedGlob> ReadRequiredPaths(YamlMapping mapping, string owner)
    {
        if (IsMissing(mapping, "paths"))
            reader.Report(mapping, $"{owner} needs 'paths'");
        return reader.Globs(mapping, "paths");
    }

    private YamlScalar? ReadPath(YamlScalar node)
    {
        var path = RepositoryPath.Normalize(node.Value);
        if (path is null)
            reader.Report(node, $"the path '{node.Value}' leaves the repository");
        return path is null ? null : YamlScalar.Create(path, node.Location);
    }

    private ImmutableArray<T> ReadMappings<T>(YamlMapping root, string key, Func<YamlMapping, T?> read)
        where T : class =>
        [.. reader.Items(root, key).Select(item => reader.AsMapping(item, $"an item of '{key}'") is { } mapping ? read(mapping) : null).OfType<T>()];

    private static bool IsMissing(YamlMapping mapping, string key) => mapping[key] is null or YamlScalar { IsNull: true };

    private static bool IsLabel(string name) =>
        name.Length is > 0 and <= 63 && name[0] != '-' && name[^1] != '-' && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
