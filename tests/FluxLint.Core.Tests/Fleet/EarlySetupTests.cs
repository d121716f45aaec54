using FluxLint.Fleet;
using static FluxLint.Core.Tests.Fleet.SmallFleet;

namespace FluxLint.Core.Tests.Fleet;

/// <summary>What tools other than Flux bring to a cluster before it, as their files tell.</summary>
public sealed class EarlySetupTests
{
    private const string CertManager = "acme.cert-manager.io cert-manager.io";

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
