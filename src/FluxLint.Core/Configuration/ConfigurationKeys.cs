namespace FluxLint.Configuration;

/// <summary>
/// Every key of <c>fluxlint.yaml</c>: those that its reader accepts, that its JSON Schema has, and that its reference page explains.
/// </summary>
internal static class ConfigurationKeys
{
    private static readonly ValueShape.Text Name = new("a name");
    private static readonly ValueShape.Text Directory = new("a directory, from the root of the repository");
    private static readonly ValueShape.Text Extended = new("a file, from the directory of this one");
    private static readonly ValueShape.Text File = new("a file, from the root of the repository");
    private static readonly ValueShape.Text NamePattern = new("a pattern for names", ".");
    private static readonly ValueShape.Text PathPattern = new("a pattern for paths from the root of the repository", ".");
    private static readonly ValueShape.Text NamespacedPattern = new("a pattern for `namespace/name`", "/|\\*\\*");

    public static ValueShape.Mapping Product { get; } = new(
        [new("version", new ValueShape.Version(), "The version, such as `\"2.8\"` or `v2.8.1`. Quotes keep `\"1.30\"` from being read as 1.3")]);

    public static ValueShape.Mapping Class { get; } = new(
    [
        new("class", Name, "The name of the class, which no other has") { IsRequired = true },
        new("paths", new ValueShape.List(PathPattern, MayBeEmpty: false), "The directories of its clusters. Of several classes that match, the first counts. `{NAME}` in place of a part takes what stands there as the variable `NAME`") { IsRequired = true },
        new("names", new ValueShape.List(NamePattern, MayBeEmpty: false), "What the names of its clusters look like, as `fluxlint clusters` prints them; FLX8014 tells of others") { Default = "all" },
        new("requires", new ValueShape.List(Directory), "The directories that each of its clusters includes, directly or through others"),
        new("forbids", new ValueShape.List(PathPattern), "The directories that none of its clusters includes"),
        new("onlyInOverlays", new ValueShape.List(NamePattern), "The kinds that its clusters get from overlays, and do not list themselves"),
        new("promotesTo", Name, "The class that takes over what has proved itself in this one"),
        new("allowChartRanges", new ValueShape.Switch(), "Whether its clusters may take a range of versions of a chart") { Default = "`false`" },
    ]);

    public static ValueShape.Mapping Value { get; } = new(
    [
        new("release", NamePattern, "The name of the Helm release") { IsRequired = true },
        new("value", new ValueShape.Text("keys with dots between them", "^[^.]+(\\.[^.]+)*$"), "The keys to the value") { IsRequired = true },
        new("required", new ValueShape.Switch(), "Whether every cluster with the release sets it") { Default = "`false`" },
        new("unique", new ValueShape.Switch(), "Whether no two clusters have the same") { Default = "`false`" },
    ]);

    public static ValueShape.Mapping Source { get; } = new(
    [
        new("url", new ValueShape.Text("a URL"), "The URL of the repository, as the manifests have it") { IsRequired = true },
        new("path", Directory, "The directory that holds it") { IsRequired = true },
    ]);

    public static ValueShape.Mapping Provides { get; } = new(
    [
        new("namespaces", new ValueShape.List(NamePattern), "Namespaces"),
        new("crds", new ValueShape.List(NamePattern), "Custom resource definitions, as `Kind.group`"),
        new("configMaps", new ValueShape.List(NamespacedPattern), "ConfigMaps, as `namespace/name`"),
        new("secrets", new ValueShape.List(NamespacedPattern), "Secrets, as `namespace/name`"),
        new("serviceAccounts", new ValueShape.List(NamespacedPattern), "Service accounts, as `namespace/name`"),
    ]);

    public static ValueShape.Mapping Pack { get; } = new(
    [
        new("id", new ValueShape.Text("the id of a NuGet package", PackReference.IdPattern), "The package") { IsRequired = true },
        new("version", new ValueShape.Text("a version or a range of NuGet", PackReference.VersionPattern), "The version, such as `\"1.2.0\"`, or a range such as `\"[1.2,2.0)\"` or `\"1.*\"`, of which `fluxlint packs restore` takes and locks the latest") { IsRequired = true },
    ]);

    public static ValueShape.Mapping NamespaceRule { get; } = new(
        [
            new("releases", new ValueShape.List(NamePattern, MayBeEmpty: false), "Names of Helm releases"),
            new("paths", new ValueShape.List(PathPattern, MayBeEmpty: false), "The files that resources are written in, whatever overlay carries them"),
            new("kinds", new ValueShape.List(NamePattern, MayBeEmpty: false), "Kinds of resources"),
            new("namespace", new ValueShape.Text("the name of a namespace", "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"), "The namespace that what matches belongs in") { IsRequired = true },
        ],
        "releases",
        "paths",
        "kinds");

    public static ValueShape.Mapping Override { get; } = new(
    [
        new("paths", new ValueShape.List(PathPattern, MayBeEmpty: false), "The files that it holds for") { IsRequired = true },
        new("rules", new ValueShape.Rules(HaveOptions: false), "Their severities") { IsRequired = true },
    ]);

    public static ValueShape.Mapping Suppression { get; } = new(
        [
            new("rules", new ValueShape.List(new ValueShape.Rule(), MayBeEmpty: false), "The rules: ids, names, or starts of ids such as `FLX3`") { IsRequired = true },
            new("paths", new ValueShape.List(PathPattern, MayBeEmpty: false), "The files that findings are in") { Default = "all" },
            new("resource", new ValueShape.Text("a pattern for `Kind/namespace/name`", "."), "The objects that findings are about; `Kind/name` means those of any namespace") { Default = "all" },
            new("clusters", new ValueShape.List(NamePattern, MayBeEmpty: false), "The clusters, as `fluxlint clusters` prints them; a finding stays for others") { Default = "all" },
            new("reason", new ValueShape.Text("a sentence", "\\S"), "Why. An entry without it holds, and is FLX9001, as a comment is") { Default = "none" },
            new("until", new ValueShape.Text("a day", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), "The last day on which it holds; from then on it is a finding itself") { Default = "no end" },
        ],
        "paths",
        "resource",
        "clusters");

    public static ValueShape.Mapping Root { get; } = new(
    [
        new("extends", Extended, "Another configuration, which holds where this one says nothing"),
        new("preset", new ValueShape.Choice(["recommended", "strict", "all"]), "Where the severities start from") { Default = "`recommended`" },
        new("flux", Product, "The Flux that clusters run") { Default = "what the manifests of each cluster tell" },
        new("kubernetes", Product, "The Kubernetes that clusters run"),
        new("clusters", new ValueShape.List(Class), "The classes of clusters. They add to the clusters that are found"),
        new("values", new ValueShape.List(Value), "Values of Helm releases that each cluster has for itself"),
        new("sources", new ValueShape.List(Source), "The repositories that lie in directories of the one at hand"),
        new("provides", Provides, "What clusters have from elsewhere. Each list is complete: what is neither in it nor in the repository is missing") { Default = "not known" },
        new("namespaces", new ValueShape.List(NamespaceRule), "The namespace that things belong in. The first entry that matches decides; one matches when each of its lists has a pattern that does"),
        new("schemas", new ValueShape.List(Directory), "Directories of JSON schemas, as `group/kind_version.json` or in kubeconform's layout"),
        new("packs", new ValueShape.List(Pack), "Packages of NuGet with more rules. They are code: a lint loads what `fluxlint.lock.json` has and the user has allowed"),
        new("policies", new ValueShape.List(PolicyKeys.Policy), "Rules of your own, without code; [policies.md](policies.md) has the language"),
        new("policyFiles", new ValueShape.List(PathPattern), "Files that hold policies, one a document. Their names end in `.fluxlint-policy.yaml`"),
        new("rules", new ValueShape.Rules(HaveOptions: true), "Severities and options of rules, by ids, names, or starts of ids such as `FLX3`. What is more exact wins"),
        new("overrides", new ValueShape.List(Override), "Severities for parts of the repository. The last that matches wins"),
        new("suppressions", new ValueShape.List(Suppression), "Findings that are not shown. An entry hides what matches everything that it says"),
        new("baseline", File, "The findings of old, as `lint --write-baseline` writes them"),
    ]);
}
