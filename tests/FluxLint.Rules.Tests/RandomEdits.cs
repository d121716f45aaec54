using System.Collections.Immutable;
using System.Text;
using CsCheck;

namespace FluxLint.Rules.Tests;

/// <summary>Edits that a person, an editor or git may make to a small fleet, one after another.</summary>
internal static class RandomEdits
{
    private static readonly string[] Directories = ["clusters/a", "clusters/b", "apps/base", "apps/overlay", "apps/plain", "apps/plain/nested", "charts/web", "charts/web/templates", "lib"];

    private static readonly string[] Names = ["kustomization.yaml", "release.yaml", "config.yaml", "flux.yaml", "values.yaml", "Chart.yaml", ".gitignore", ".sourceignore"];

    private static readonly Gen<string> Path = Gen.Select(OneOf(Directories), OneOf(Names), (directory, name) => $"{directory}/{name}");

    private static readonly Gen<string> Entry = OneOf(
        "release.yaml", "config.yaml", "flux.yaml", "missing.yaml", "../base", "../overlay", "../../apps/base", "../../apps/overlay", "../../lib", "../../clusters/b", "values.yaml");

    private static readonly Gen<string> Kustomization = Gen.Select(Entry.List[0, 4], Gen.Int[0, 7], (entries, more) =>
        $"apiVersion: kustomize.config.k8s.io/v1{(more == 1 ? "alpha1\nkind: Component" : "beta1\nkind: Kustomization")}\n"
        + (entries.Count == 0 ? "" : $"resources:\n{string.Concat(entries.Select(entry => $"  - {entry}\n"))}")
        + (more is 2 or 3 ? "namespace: shared\n" : "")
        + (more is 4 ? "components:\n  - ../../lib\n  - ../base\n" : "")
        + (more is 5 ? "patches:\n  - path: config.yaml\n" : "")
        + (more is 6 ? "configMapGenerator:\n  - name: made\n    files: [values.yaml]\n" : ""));

    private static readonly Gen<string> Release = Gen.Select(OneOf("1.2.3", "1.x", "*", "${VERSION}"), OneOf("web", "./charts/web"), OneOf("GitRepository", "HelmRepository"), (version, chart, kind) => $$"""
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata: {name: web, namespace: default}
        spec:
          interval: 5m
          chart:
            spec:
              chart: {{chart}}
              version: "{{version}}"
              sourceRef: {kind: {{kind}}, name: flux-system, namespace: flux-system}
          values: {replicas: 2, unread: true}

        """);

    private static readonly Gen<string> Config = Gen.Select(OneOf("config", "other", "vars"), OneOf("1.0.0", "2.x", "${OTHER}"), OneOf("Secret", "ConfigMap"), (name, version, kind) => $$"""
        apiVersion: v1
        kind: {{kind}}
        metadata: {name: {{name}}, namespace: flux-system}
        data: {VERSION: "{{version}}"}

        """);

    private static readonly Gen<string> Flux = Gen.Select(OneOf(Directories), OneOf("apps", "more", "flux-system"), OneOf("", "  dependsOn: [{name: more}]\n", "  prune: false\n", "  targetNamespace: web\n"), Gen.Bool, (path, name, more, substitutes) =>
        "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n"
        + $"metadata: {{name: {name}, namespace: flux-system}}\nspec:\n  interval: 5m\n  prune: true\n  path: ./{path}\n{more}"
        + "  sourceRef: {kind: GitRepository, name: flux-system}\n"
        + (substitutes ? "  postBuild:\n    substituteFrom: [{kind: ConfigMap, name: vars}]\n" : ""));

    private static readonly Gen<string> Source = Gen.Select(OneOf("", "  ignore: config.yaml\n", "  ignore: |\n    /apps/plain\n    !values.yaml\n", "  sparseCheckout: [apps, clusters]\n", "  include: [{repository: {name: more}, toPath: apps/base}]\n"), part =>
        "apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\n"
        + $"metadata: {{name: flux-system, namespace: flux-system}}\nspec:\n  interval: 5m\n  ref: {{branch: main}}\n  url: https://example.com/fleet\n{part}");

    private static readonly Gen<string> Text = Gen.Frequency(
        (4, Kustomization), (3, Release), (3, Config), (3, Flux), (2, Source),
        (1, OneOf("a: [broken\n", "- a list\n", "", "# nothing\n", "a: 1\na: 2\n", "replicas: 1\n", "{{ .Values.replicas }}\n", "config.yaml\n", "nested/\n!config.yaml\n", "name: web\nversion: 1.0.0\napiVersion: v2\n")));

    private static readonly Gen<Edit> Change = Gen.Frequency<Edit>(
        (6, Gen.Select(Path, Text, (path, text) => new Edit(path, text, null))),
        (3, Path.Select(path => new Edit(path, null, null))),
        (2, Gen.Select(Path, Path, (from, to) => new Edit(to, null, from))),
        (1, Gen.Select(OneOf("fluxlint.yaml"), OneOf("preset: strict\n", "clusters:\n  - class: all\n    paths: [clusters/*]\n", "rules:\n  FLX3001: warning\n", "unknown: 1\n", "provides:\n  namespaces: []\n", "sources:\n  - {url: https://example.com/a, path: apps}\n", ""), (path, text) => new Edit(path, text, null))));

    private static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);

    /// <summary>Some edits, in order.</summary>
    public static Gen<List<Edit>> Of(int count) => Change.List[count];

    /// <summary>A file that gets a text, is deleted where there is none, or takes the name of another.</summary>
    internal sealed record Edit(string Path, string? Text, string? From)
    {
        /// <summary>What the edit makes of the files of a repository, which it changes as well.</summary>
        public IReadOnlyCollection<KeyValuePair<string, ImmutableArray<byte>?>> Apply(IDictionary<string, string> files)
        {
            var changed = new Dictionary<string, ImmutableArray<byte>?>(StringComparer.Ordinal);
            var text = Text;
            if (From is not null && From != Path && files.Remove(From, out text))
                changed[From] = null;
            if (text is not null)
                files[Path] = text;
            else if (From is null && files.Remove(Path))
                changed[Path] = null;
            if (text is not null)
                changed[Path] = [.. Encoding.UTF8.GetBytes(text)];
            return changed;
        }
    }
}
