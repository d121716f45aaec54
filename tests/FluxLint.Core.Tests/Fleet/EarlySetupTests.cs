using FluxLint.Fleet;
using static FluxLint.Core.Tests.Fleet.SmallFleet;

namespace FluxLint.Core.Tests.Fleet;

/// <summary>What tools other than Flux bring to a cluster before it, as their files tell.</summary>
public sealed class EarlySetupTests
{
    private const string CertManager = "acme.cert-manager.io cert-manager.io";
    private const string Namespace = "{ kind: Namespace, apiVersion: v1, metadata: { name: web } }";

    [Theory]
    [InlineData("releases: [{ name: a, namespace: cert-manager, chart: jetstack/cert-manager }]", CertManager, "cert-manager")]
    [InlineData("releases: [{ name: a, namespace: one, chart: 'oci://quay.io/jetstack/charts/cert-manager' }, { name: b, namespace: two, chart: 'oci://quay.io/jetstack/charts/cert-manager' }]", CertManager, "one two")]
    [InlineData("repositories: [{ name: cm, url: 'https://charts.jetstack.io' }]\nreleases: [{ name: a, chart: cm/cert-manager }]", CertManager, "")]
    [InlineData("namespace: shared\nreleases: [{ name: a, chart: jetstack/cert-manager }]", CertManager, "shared")]
    [InlineData("templates: { base: { namespace: early, chart: jetstack/cert-manager } }\nreleases: [{ name: a, inherit: [{ template: base }] }]", CertManager, "early")]
    [InlineData("templates: { a: { namespace: deep }, b: { inherit: [{ template: a }], chart: jetstack/cert-manager } }\nreleases: [{ name: a, inherit: [{ template: b }] }]", CertManager, "deep")]
    [InlineData("templates: { a: { namespace: deep, inherit: [{ template: b }] }, b: { inherit: [{ template: a }] } }\nreleases: [{ name: a, chart: jetstack/cert-manager, inherit: [{ template: b }] }]", CertManager, "deep")]
    [InlineData("templates: { a: { namespace: deep } }\nreleases: [{ name: a, chart: jetstack/cert-manager, inherit: { template: a } }]", CertManager, "deep")]
    [InlineData("templates: { a: { namespace: deep } }\nreleases: [{ name: a, chart: jetstack/cert-manager, inherit: [{ template: a, except: [values] }] }]", CertManager, "deep")]
    [InlineData("defaultInherit: [a]\ntemplates: { a: { namespace: everywhere } }\nreleases: [{ name: a, chart: jetstack/cert-manager }]", CertManager, "everywhere")]
    [InlineData("templates: { a: { namespace: one } }\nreleases: [{ name: a, namespace: two, chart: jetstack/cert-manager, inherit: [{ template: a }] }]", CertManager, "one two")]
    [InlineData("releases: [{ name: a, chart: metrics-server/metrics-server, dependencies: [{ chart: jetstack/cert-manager }] }]", CertManager, "")]
    [InlineData("releases: [{ name: a, namespace: none, installed: false, chart: jetstack/cert-manager }]", "", "")]
    [InlineData("releases: [{ name: a, chart: kedacore/keda }]\n---\nreleases: [{ name: b, namespace: second, chart: jetstack/cert-manager }]", CertManager + " eventing.keda.sh keda.sh", "second")]
    [InlineData("helmfiles: [more.yaml]", "eventing.keda.sh keda.sh", "keda")]
    [InlineData("helmfiles: [{ path: more.yaml }]", "eventing.keda.sh keda.sh", "keda")]
    public void Charts_of_a_helmfile_bring_their_definitions_and_namespaces(string helmfile, string groups, string namespaces)
    {
        var early = Early("bootstrap/helmfile.yaml", helmfile);

        Assert.Equal((groups, namespaces), (string.Join(' ', early.Groups), string.Join(' ', early.Namespaces)));
        Assert.Empty(early.Unread);
        Assert.Equal((false, false, false), (early.HasUnknownCharts, early.HasUnknownDefinitions, early.HasUnknownNamespaces));
    }

    [Theory]
    [InlineData(150, "")]
    [InlineData(250, "bootstrap/helmfile.yaml")]
    public void Helmfiles_that_name_each_other_without_end_bring_anything(int length, string unread)
    {
        var parts = string.Concat(Enumerable.Range(0, length).Select(i => $"\n# file: bootstrap/h{i}.yaml\nhelmfiles: [h{i + 1}.yaml, h{i}.yaml]"));

        var early = Early("bootstrap/helmfile.yaml", $"helmfiles: [h0.yaml]{parts}\n# file: bootstrap/h{length}.yaml\nreleases: [{{ name: a, namespace: deep, chart: jetstack/cert-manager }}]");

        Assert.Equal(unread, string.Join(' ', early.Unread));
        Assert.Equal(unread.Length == 0 ? "deep" : "", string.Join(' ', early.Namespaces));
    }

    [Theory]
    [InlineData(90, "")]
    [InlineData(110, "bootstrap/helmfile.yaml")]
    public void Templates_that_inherit_without_end_bring_anything(int length, string unread)
    {
        var templates = string.Concat(Enumerable.Range(0, length).Select(i => $"  t{i}: {{ inherit: [{{ template: t{i + 1} }}] }}\n"));

        var early = Early("bootstrap/helmfile.yaml", $"templates:\n{templates}  t{length}: {{ namespace: deep }}\nreleases: [{{ name: a, chart: jetstack/cert-manager, inherit: [{{ template: t0 }}] }}]\n");

        Assert.Equal(unread, string.Join(' ', early.Unread));
    }

    [Theory]
    [InlineData("releases: [{ name: a, chart: 'oci://example.com/web' }]", true, false, false)]
    [InlineData("releases: [{ name: a-crds, chart: 'oci://example.com/web' }]", true, true, false)]
    [InlineData("releases: [{ name: a, namespace: '{{ .Values.place }}', chart: kedacore/keda }]", false, false, true)]
    [InlineData("releases: [{ name: a, namespace: {{ .Values.place }}, chart: kedacore/keda }]", false, false, true)]
    public void What_a_release_leaves_open_is_unknown_and_no_more(string helmfile, bool charts, bool definitions, bool namespaces)
    {
        var early = Early("bootstrap/helmfile.yaml.gotmpl", helmfile);

        Assert.Equal((charts, definitions, namespaces), (early.HasUnknownCharts, early.HasUnknownDefinitions, early.HasUnknownNamespaces));
        Assert.Empty(early.Unread);
    }

    [Theory]
    [InlineData("bootstrap/helmfile.yaml", "releases:\n{{ range .Values.all }}\n- name: {{ . }}\n{{ end }}")]
    [InlineData("bootstrap/helmfile.yaml", "releases: {{ toYaml .Values.all }}")]
    [InlineData("bootstrap/helmfile.yaml", "releases: [{ name: a, chart: '{{ .Values.chart }}' }]")]
    [InlineData("bootstrap/helmfile.yaml", "releases: [{ name: a, chart: ../apps/web }]")]
    [InlineData("bootstrap/helmfile.yaml", "releases: [{ name: a, inherit: [{ template: gone }] }]")]
    [InlineData("bootstrap/helmfile.yaml", "templates: { a: { inherit: [{ template: gone }] } }\nreleases: [{ name: a, chart: kedacore/keda, inherit: [{ template: a }] }]")]
    [InlineData("bootstrap/helmfile.yaml", "templates: { a: { hooks: [{ command: ./install.sh }] }, b: { inherit: [{ template: a }] } }\nreleases: [{ name: a, chart: kedacore/keda, inherit: [{ template: b }] }]")]
    [InlineData("bootstrap/helmfile.yaml", "defaultInherit: [a]\n---\nreleases: [{ name: a, chart: kedacore/keda }]")]
    [InlineData("bootstrap/helmfile.yaml", "releases: [{ name: a, chart: kedacore/keda, hooks: [{ events: [presync], command: ./install.sh }] }]")]
    [InlineData("bootstrap/helmfile.yaml", "hooks: [{ events: [prepare], command: kubectl, args: [create, namespace, web] }]")]
    [InlineData("bootstrap/helmfile.yaml", "helmfiles: [git::https://example.com/org/shop@helmfile.yaml]")]
    [InlineData("helmfile.d/01.yaml", "[]")]
    [InlineData("talos/one.yaml", "cluster: { extraManifests: ['https://example.com/all.yaml'] }")]
    [InlineData("talos/one.yaml", "cluster:\n  inlineManifests:\n    - name: a\n      contents: |\n        apiVersion: batch/v1\n        kind: Job\n")]
    [InlineData("talos/one.yaml", "patches:\n  - |-\n    cluster:\n      inlineManifests: []\n")]
    [InlineData("talos/one.yaml", "cluster:\n  inlineManifests:\n    - name: a\n      contents: ${MANIFEST}\n")]
    [InlineData("talos/one.yaml", "cluster: { inlineManifests: '${MANIFESTS}' }")]
    [InlineData("talos/one.yaml", "- { op: add, path: /cluster/inlineManifests, value: '${MANIFESTS}' }")]
    [InlineData("talos/one.yaml", "- { op: add, path: /cluster/inlineManifests/-, value: { name: a, contents: '${MANIFEST}' } }")]
    [InlineData("talos/one.yaml", "- { op: replace, path: /cluster/inlineManifests/0/contents, value: 'kind: Namespace' }")]
    [InlineData("talos/one.yaml", "- { op: add, path: /cluster, value: { inlineManifests: [] } }")]
    [InlineData("talos/one.json", "{ \"cluster\": { \"extraManifests\": [\"https://example.com/all.yaml\"] } }")]
    [InlineData("talos/one.yaml.j2", "cluster:\n  inlineManifests:\n    {% for item in items %}\n    - { name: a }\n    {% endfor %}\n")]
    [InlineData("talos/one.yaml.j2", "cluster:\n  inlineManifests:\n    - name: a\n      contents: '{{ manifest }}'\n")]
    [InlineData("bootstrap/resources.yaml.j2", "kind: Namespace")]
    [InlineData("bootstrap/job.yaml", "apiVersion: batch/v1\nkind: Job\nmetadata: { name: install }")]
    [InlineData("bootstrap/chart.yaml", "apiVersion: helm.cattle.io/v1\nkind: HelmChart\nmetadata: { name: web }")]
    [InlineData("bootstrap/broken.yaml", "kind: Namespace\n{{ if .Values.all }}\n  a: b: c")]
    [InlineData("bootstrap/kustomization.yaml", "helmCharts: [{ name: web, repo: 'https://example.com' }]")]
    [InlineData("bootstrap/install.sh", "kubectl apply -f https://example.com/all.yaml")]
    [InlineData("scripts/bootstrap-apps.sh", "kubectl --context one \\\n  apply -k apps")]
    [InlineData(".taskfiles/bootstrap/Taskfile.yaml", "tasks: { all: { cmds: ['helm upgrade --install web ./charts/web'] } }")]
    [InlineData("bootstrap/install.sh", "helm install web \"$CHART\"")]
    [InlineData("bootstrap/install.sh", "kubectl apply -f $ROOT/gone.yaml")]
    [InlineData("bootstrap/install.sh", "kubectl create -f $FILE")]
    [InlineData("bootstrap/mod.just", "all:\n  helmfile template | kubectl apply -f -")]
    [InlineData("bootstrap/Makefile", "all:\n  @kubectl apply -k .")]
    [InlineData("terraform/main.tf", "resource \"helm_release\" \"web\" {}")]
    public void A_file_that_does_not_tell_may_bring_anything(string file, string text)
    {
        var early = Early(file, text);

        Assert.Equal([file], early.Unread);
        Assert.True(early.MayDefine("example.com"));
        Assert.True(early.MayMakeNamespace("web"));
    }

    [Theory]
    [InlineData("helmfile.d/values/web.yaml", "releases: [{ name: a, chart: ../apps/web }]")]
    [InlineData(".github/workflows/helmfile-diff.yaml", "on: push")]
    [InlineData("bootstrap/helmfile.yaml", "releases: []")]
    [InlineData("bootstrap/helmfile.yaml", "# Nothing yet.")]
    [InlineData("talos/one.yaml", "cluster: { extraManifests: [] }")]
    [InlineData("talos/one.yaml", "# No inlineManifests: yet.\ncluster: {}")]
    [InlineData("talos/one.yaml", "- { op: remove, path: /cluster/inlineManifests }")]
    [InlineData("talos/one.json", "{ \"cluster\": {} }")]
    [InlineData("bootstrap/values.yaml", "replicas: 2")]
    [InlineData("bootstrap/secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata: { name: key, namespace: web }")]
    [InlineData("bootstrap/README.md", "kubectl apply -f all.yaml")]
    [InlineData("bootstrap/install.sh", "# kubectl apply -f all.yaml\nhelmfile apply\nflux bootstrap git\nkubectl create secret generic key")]
    [InlineData("scripts/install.sh", "kubectl apply -f all.yaml")]
    [InlineData("Taskfile.yaml", "tasks: { all: { cmds: ['kubectl apply -f all.yaml'] } }")]
    [InlineData("clusters/one/bootstrapping/namespace.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: { name: web }")]
    public void A_file_that_brings_nothing_leaves_nothing_open(string file, string text) => Assert.True(Early(file, text).IsEmpty);

    [Fact]
    public void Manifests_within_a_configuration_of_Talos_are_read()
    {
        var early = Early("talos/one.yaml", """
            cluster:
              extraManifests: ["https://example.com/org/shop/crds.yaml"]
              inlineManifests:
                - name: namespaces
                  contents: |
                    apiVersion: v1
                    kind: Namespace
                    metadata: { name: web }
                    ---
                    apiVersion: apiextensions.k8s.io/v1
                    kind: CustomResourceDefinition
                    metadata: { name: widgets.example.com }
                    spec: { group: example.com }
            """);

        Assert.Equal(("example.com", "web"), (string.Join(' ', early.Groups), string.Join(' ', early.Namespaces)));
        Assert.Empty(early.Unread);
        Assert.Equal((true, false), (early.HasUnknownDefinitions, early.HasUnknownNamespaces));
    }

    [Theory]
    [InlineData("talos/one.json", """{ "cluster": { "inlineManifests": [{ "name": "a", "contents": "{ kind: Namespace, apiVersion: v1, metadata: { name: web } }" }] } }""")]
    [InlineData("talos/one.yaml.j2", "cluster: { clusterName: '{{ name }}', inlineManifests: [{ name: a, contents: '{ kind: Namespace, apiVersion: v1, metadata: { name: web } }' }] }")]
    [InlineData("talos/one.yaml", "[{ op: add, path: /cluster/inlineManifests, value: [{ name: a, contents: '{ kind: Namespace, apiVersion: v1, metadata: { name: web } }' }] }]")]
    [InlineData("talos/one.yaml", "[{ op: add, path: /cluster/inlineManifests/-, value: { name: a, contents: '{ kind: Namespace, apiVersion: v1, metadata: { name: web } }' } }]")]
    [InlineData("bootstrap/namespaces.yaml", "{ kind: Namespace, apiVersion: v1, metadata: { name: web } }")]
    [InlineData("cluster/bootstrap/all/namespaces.yaml", "{ kind: Namespace, apiVersion: v1, metadata: { name: web } }\n---\n{ kind: Deployment, apiVersion: apps/v1, metadata: { name: web } }")]
    public void Namespaces_are_made_before_Flux(string file, string text)
    {
        var early = Early(file, text);

        Assert.Equal("web", Assert.Single(early.Namespaces));
        Assert.Equal((false, false, false), (early.MayDefine("example.com"), early.HasUnknownNamespaces, early.HasUnknownCharts));
    }

    [Theory]
    [InlineData("kubectl get namespace web || kubectl create namespace web", "", "web", false)]
    [InlineData("kubectl create ns \"$NAME\"", "", "", true)]
    [InlineData("helm install -n cert-manager cm oci://quay.io/jetstack/charts/cert-manager --version $(yq .version ./apps/web.yaml) -f values/cm.yaml", CertManager, "cert-manager", false)]
    [InlineData("helm upgrade --install keda kedacore/keda --namespace=keda", "eventing.keda.sh keda.sh", "keda", false)]
    [InlineData("kubectl apply --server-side -f {{.ROOT_DIR}}/clusters/{{.NAME}}/early/namespace.yaml", "", "early", false)]
    [InlineData("kubectl apply -k https://github.com/fluxcd/flux2/manifests/install?ref=v2.6.1", "", "flux-system", false)]
    public void Plain_commands_of_a_script_tell_what_they_bring(string command, string groups, string names, bool namespaces)
    {
        var early = Early("bootstrap/install.sh", $"""
            {command}
            # file: clusters/one/early/namespace.yaml
            {Namespace.Replace("web", "early", StringComparison.Ordinal)}
            """);

        Assert.Equal((groups, names), (string.Join(' ', early.Groups), string.Join(' ', early.Namespaces)));
        Assert.Equal((false, namespaces), (early.HasUnknownDefinitions, early.HasUnknownNamespaces));
        Assert.Empty(early.Unread);
    }

    [Theory]
    [InlineData("https://github.com/kubernetes-sigs/external-dns/config/crd?ref=v1", "externaldns.k8s.io", "", false, false)]
    [InlineData("https://github.com/cert-manager/cert-manager/releases/download/v1.9.0/cert-manager.yaml", "cert-manager.io", "", false, true)]
    [InlineData("https://github.com/example/tool/config/crd?ref=v1", "", "", true, false)]
    [InlineData("https://github.com/example/tool/deploy?ref=v1", "", "", true, true)]
    [InlineData("github.com/fluxcd/flux2/manifests/install?ref=v2.6.1", "", "flux-system", false, false)]
    public void Remote_resources_of_a_bootstrap_bring_what_their_address_tells(string url, string groups, string names, bool definitions, bool namespaces)
    {
        var early = Early("bootstrap/kustomization.yaml", $"resources: ['{url}']");

        Assert.Equal((groups, names), (string.Join(' ', early.Groups), string.Join(' ', early.Namespaces)));
        Assert.Equal((definitions, namespaces), (early.HasUnknownDefinitions, early.HasUnknownNamespaces));
        Assert.Empty(early.Unread);
    }

    [Fact]
    public void Groups_below_one_that_is_there_may_be_there()
    {
        var early = Early("bootstrap/kustomization.yaml", "resources: ['https://github.com/cert-manager/cert-manager/deploy/crds?ref=v1']");

        Assert.Equal((true, true, false), (early.MayDefine("cert-manager.io"), early.MayDefine("acme.cert-manager.io"), early.MayDefine("my-cert-manager.io")));
    }

    [Fact]
    public void Bootstrap_that_Flux_applies_is_no_other_tool()
    {
        var fleet = Load($"""
            # file: clusters/one/kustomization.yaml
            resources: [../../bootstrap, config.yaml]
            # file: clusters/one/config.yaml
            {ConfigMap("web", "a: b")}
            # file: clusters/two/kustomization.yaml
            resources: [config.yaml]
            # file: clusters/two/config.yaml
            {ConfigMap("web", "a: b")}
            # file: bootstrap/kustomization.yaml
            resources: [namespace.yaml]
            # file: bootstrap/namespace.yaml
            {Namespace}
            """);

        Assert.All(fleet.Clusters, cluster => Assert.True(cluster.Early.IsEmpty));
    }

    [Fact]
    public void What_a_bootstrap_includes_from_elsewhere_is_there_on_each_cluster_that_includes_it()
    {
        var fleet = Load($"""
            # file: clusters/one/kustomization.yaml
            resources: [config.yaml]
            # file: clusters/one/config.yaml
            {ConfigMap("web", "a: b")}
            # file: clusters/one/bootstrap/kustomization.yaml
            resources: [../../../shared]
            # file: clusters/two/kustomization.yaml
            resources: [config.yaml]
            # file: clusters/two/config.yaml
            {ConfigMap("web", "a: b")}
            # file: clusters/two/bootstrap/kustomization.yaml
            resources: [../../../shared]
            # file: shared/kustomization.yaml
            resources: [namespace.yaml]
            # file: shared/namespace.yaml
            {Namespace}
            """);

        Assert.Equal(["web", "web"], fleet.Clusters.Select(cluster => string.Join(' ', cluster.Early.Namespaces)));
    }

    [Fact]
    public void A_file_in_the_directory_of_a_cluster_sets_up_that_cluster_alone()
    {
        var fleet = Load($"""
            # file: clusters/one/kustomization.yaml
            resources: [config.yaml]
            # file: clusters/one/config.yaml
            {ConfigMap("web", "a: b")}
            # file: clusters/one/bootstrap/helmfile.yaml
            releases: [[name: a, namespace: first, chart: kedacore/keda]]
            # file: clusters/two/kustomization.yaml
            resources: [config.yaml]
            # file: clusters/two/config.yaml
            {ConfigMap("web", "a: b")}
            # file: bootstrap/helmfile.yaml
            releases: [[name: a, namespace: all, chart: kedacore/keda]]
            """.Replace("[[", "[{ ", StringComparison.Ordinal).Replace("]]", " }]", StringComparison.Ordinal));

        Assert.Equal([("clusters/one", "all first"), ("clusters/two", "all")], fleet.Clusters.Select(cluster => (cluster.Directory, string.Join(' ', cluster.Early.Namespaces))));
    }

    private static EarlySetup Early(string file, string text) => Assert.Single(Load($"""
        # file: {file}
        {text}
        # file: bootstrap/more.yaml
        releases: [{"{"} name: c, namespace: keda, chart: kedacore/keda {"}"}]
        # file: clusters/one/kustomization.yaml
        resources: [config.yaml]
        # file: clusters/one/config.yaml
        {ConfigMap("web", "a: b")}
        """).Clusters).Early;
}
