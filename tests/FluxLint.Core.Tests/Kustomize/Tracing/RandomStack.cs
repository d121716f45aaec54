using System.Text;

namespace FluxLint.Core.Tests.Kustomize.Tracing;

/// <summary>Kustomizations on top of each other that use what changes values, at random.</summary>
internal sealed class RandomStack
{
    private const string Manifests =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          labels: {app: "web"}
          annotations:
            note: |
              two
              lines
        spec:
          replicas: 1
          selector:
            matchLabels: {app: web}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: main
                  image: nginx:1.27
                  args: [--a, '--b']
                  env:
                    - {name: FIRST, value: "1"}
                    - name: SECOND
                      value: >-
                        folded
                        text
                - name: side
                  image: busybox
              volumes:
                - name: config
                  configMap: {name: settings}
        ---
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata:
          name: web
        spec:
          interval: 5m
          values:
            hosts: [one, two]
            size: {cpu: 100m, memory: 0x10}
            plain: several
              lines
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: plain}
        data: {a: "1", b: text}
        """;

    private const string Target = "  target: {kind: Deployment}\n";

    /// <summary>What an inline patch may hold; a strategic merge, or a list of operations.</summary>
    private static readonly string[] Patches =
    [
        "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  labels:\n    app: patched\nspec:\n  replicas: 3",
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template:\n    spec:\n      containers:\n      - name: side\n        args:\n        - new\n        env: [{name: \"X\", value: 'y'}]\n      - name: third\n        image: third:3",
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template:\n    spec:\n      containers:\n      - name: main\n        $patch: replace\n        image: whole:1\n        command:\n        - |\n          echo a\n          echo b",
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template:\n    spec:\n      $patch: replace\n      containers:\n      - name: main\n        image: only:1",
        "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: web}\nspec:\n  values:\n    hosts: [three]\n    size:\n      cpu: 200m\n      disk: {gb: 5}\n    added: {deep: {er: here}}",
        "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: web}\nspec:\n  values:\n    size: null\n    added:\n      deep: {er: there, too: \"1\"}",
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: plain}\ndata:\n  b: |-\n    new\n    text\n  c: more",
        "- op: replace\n  path: /spec/replicas\n  value: 7\n- op: add\n  path: /spec/template/spec/containers/0/args/-\n  value: --c",
        "- {op: add, path: /spec/strategy, value: {type: Recreate, more: [1, {a: b}]}}\n- {op: move, from: /spec/strategy, path: /spec/moved}\n- {op: copy, from: /spec/moved, path: /spec/copied}\n- {op: replace, path: /spec/copied/type, value: Rolling}",
        "- op: move\n  from: /spec/template/spec/containers/0/env\n  path: /spec/template/spec/containers/1/env\n- op: remove\n  path: /spec/template/spec/containers/0/image\n- op: add\n  path: /spec/template/spec/containers/0/image\n  value: \"put:1\"",
    ];

    private readonly Random random;

    private RandomStack(int seed) => random = new(seed);

    public static Dictionary<string, string> Of(int seed) => new RandomStack(seed).Make();

    private Dictionary<string, string> Make()
    {
        var files = new Dictionary<string, string> { ["base/manifests.yaml"] = Manifests + "\n", ["base/data.txt"] = "one\ntwo\n", ["base/data.env"] = "# note\nE=1\n F=two\n" };
        var depth = 1 + random.Next(3);
        for (var i = 0; i < depth; i++)
        {
            var directory = i == depth - 1 ? "" : i == 0 ? "base/" : $"layer{i}/";
            var below = i == 0 ? directory == "" ? "base/manifests.yaml" : "manifests.yaml" : (directory == "" ? "" : "../") + (i == 1 ? "base" : $"layer{i - 1}");
            files[$"{directory}kustomization.yaml"] = Layer(directory, below, isFirst: i == 0, files);
        }
        return files;
    }

    private string Layer(string directory, string below, bool isFirst, Dictionary<string, string> files)
    {
        var text = new StringBuilder($"resources:\n- {below}\n");
        if (Chance(2))
            text.Append($"namespace: {Pick("apps", "'shop'")}\n");
        if (Chance(3))
            text.Append("namePrefix: p-\n");
        if (Chance(3))
            text.Append("nameSuffix: \"-s\"\n");
        if (Chance(3))
            text.Append($"commonLabels:\n  team: {Pick("a", "\"b\"")}\n  app: all\n");
        if (Chance(3))
            text.Append("labels:\n- pairs: {app: labelled, tier: 'x'}\n  includeTemplates: true\n");
        if (Chance(3))
            text.Append("commonAnnotations: {note: short, \"a.b/c\": d}\n");
        if (Chance(3))
            text.Append("images:\n- {name: nginx, newTag: \"2.0\"}\n- {name: busybox, newName: registry/box}\n");
        if (Chance(4))
            text.Append("replicas:\n- name: web\n  count: 5\n");
        if (isFirst || Chance(3))
            text.Append(Generator(isFirst, directory));
        var patches = Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(Patches.Length)).ToList();
        if (patches.Count > 0)
            text.Append("patches:\n");
        foreach (var patch in patches)
            text.Append(Patch(directory, Patches[patch], files));
        return text.ToString();
    }

    private string Generator(bool isFirst, string directory)
    {
        if (!isFirst)
            return $"configMapGenerator:\n- name: settings\n  behavior: {Pick("merge", "replace")}\n  literals: [b=new, d=\"4\"]\n";
        var data = directory == "" ? "base/" : "";
        return $"configMapGenerator:\n- name: settings\n  literals:\n  - a=1\n  - 'b=x=y'\n  - \"c=\\\"q\\\"\"\n  files: [{data}data.txt, other={data}data.txt]\n  envs: [{data}data.env]\nsecretGenerator:\n- {{name: hidden, literals: [k=v]}}\n";
    }

    private string Patch(string directory, string patch, Dictionary<string, string> files)
    {
        var target = patch.StartsWith('-') ? Target : "";
        if (Chance(2))
        {
            var name = $"patch{files.Count}.yaml";
            files[directory + name] = patch + "\n";
            return $"- path: {name}\n{target}";
        }
        var indentation = new string(' ', Pick(4, 6));
        var lines = string.Join('\n', patch.Split('\n').Select(line => indentation + line));
        return $"- patch: {Pick("|", "|-")}\n{lines}\n{target}";
    }

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];
}
