using FluxLint.Fleet;
using static FluxLint.Core.Tests.Fleet.SmallFleet;

namespace FluxLint.Core.Tests.Fleet;

/// <summary>What a cluster has, and when the absence of something is certain.</summary>
public sealed class ProvisionsTests
{
    [Theory]
    [InlineData("kube-system", Availability.Provided)]
    [InlineData("flux-system", Availability.Provided)]
    [InlineData("monitoring", Availability.Provided)]
    [InlineData("releases", Availability.Provided)]
    [InlineData("monitorng", Availability.Absent)]
    [InlineData("from-the-platform", Availability.Unknown)]
    [InlineData("${TENANT}", Availability.Unknown)]
    public void Namespace_that_nothing_makes_is_absent_only_where_another_was_meant(string name, Availability expected) =>
        Assert.Equal(expected, Load(Objects).FindNamespace(name).Availability);

    [Theory]
    [InlineData("platform-1", Availability.Provided)]
    [InlineData("elsewhere", Availability.Absent)]
    public void Namespace_is_absent_where_configuration_lists_all_others(string name, Availability expected) =>
        Assert.Equal(expected, Load(Objects, new() { Namespaces = Globs("platform-*") }).FindNamespace(name).Availability);

    [Fact]
    public void What_flux_is_told_not_to_apply_may_be_there_all_the_same()
    {
        const string Disabled = "annotations: { kustomize.toolkit.fluxcd.io/reconcile: disabled }";
        var provisions = Load($$"""
            apiVersion: v1
            kind: Namespace
            metadata: { name: apps, {{Disabled}} }
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: settings, namespace: flux-system, {{Disabled}} }
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: { name: runner, namespace: flux-system, {{Disabled}} }
            """, new() { Namespaces = [], ConfigMaps = [], ServiceAccounts = [] });

        Assert.Equal(
            [(Availability.Unknown, Availability.Absent), (Availability.Unknown, Availability.Absent), (Availability.Unknown, Availability.Absent)],
            [
                (provisions.FindNamespace("apps").Availability, provisions.FindNamespace("other").Availability),
                (provisions.FindData("ConfigMap", "flux-system", "settings").Availability, provisions.FindData("ConfigMap", "flux-system", "other").Availability),
                (provisions.FindServiceAccount("flux-system", "runner").Availability, provisions.FindServiceAccount("flux-system", "other").Availability),
            ]);
    }

    [Theory]
    [InlineData("settngs", "settings", "refer to 'settings'")]
    [InlineData("elsewhere", null, "create it in namespace 'monitoring'")]
    [InlineData("hashed", null, "set 'disableNameSuffixHash: true' in the options of the generator")]
    public void Remedy_says_what_is_wrong_with_the_name(string name, string? correction, string remedy)
    {
        var cluster = Assert.Single(SmallFleet.Load($$"""
            # file: clusters/one/kustomization.yaml
            resources: [all.yaml]
            configMapGenerator: [{ name: hashed, namespace: monitoring, literals: [a=b] }]
            # file: clusters/one/all.yaml
            {{ConfigMap("settings", "a: b", "monitoring")}}
            {{ConfigMap("elsewhere", "a: b")}}
            """).Clusters);

        var answer = ModelOf(cluster).Provisions.FindData("ConfigMap", "monitoring", name);

        Assert.Equal((Availability.Absent, correction, remedy), (answer.Availability, answer.Correction, answer.Remedy));
    }

    [Theory]
    [InlineData("ConfigMap", "settings", "a b")]
    [InlineData("Secret", "api-token", "token")]
    [InlineData("Secret", "templated", "config.yaml")]
    [InlineData("Secret", "extracted", null)]
    [InlineData("Secret", "web-tls", "ca.crt tls.crt tls.key")]
    [InlineData("Secret", "sealed", "password")]
    [InlineData("Secret", "encrypted", "password")]
    public void Data_is_known_by_the_keys_that_its_maker_gives_it(string kind, string name, string? keys)
    {
        var data = Load(Objects).FindData(kind, "monitoring", name).Data;

        Assert.NotNull(data);
        Assert.Equal(keys, data.Keys is { } known ? string.Join(' ', known) : null);
    }

    [Theory]
    [InlineData("monitoring", "setting", "settings")]
    [InlineData("monitoring", "generated", "generated-7c9g5hm22t")]
    [InlineData("releases", "settings", "settings")]
    public void Data_under_another_name_or_in_another_namespace_tells_what_was_meant(string @namespace, string name, string meant)
    {
        var answer = Load(Objects).FindData("ConfigMap", @namespace, name);

        Assert.Equal((Availability.Absent, meant), (answer.Availability, answer.Nearest));
    }

    [Fact]
    public void Data_that_something_may_copy_from_elsewhere_is_not_absent()
    {
        var copied = Objects.Replace("name: settings\n", "name: settings\n  annotations: { reflector.v1.k8s.emberstack.com/reflection-allowed: \"true\" }\n", StringComparison.Ordinal);

        Assert.Equal(Availability.Unknown, Load(copied).FindData("ConfigMap", "releases", "settings").Availability);
    }

    [Theory]
    [InlineData("monitoring", "default", Availability.Provided)]
    [InlineData("monitoring", "deployer", Availability.Provided)]
    [InlineData("monitoring", "from-the-platform", Availability.Provided)]
    [InlineData("monitoring", "deployr", Availability.Absent)]
    [InlineData("releases", "deployer", Availability.Absent)]
    [InlineData("monitoring", "${ACCOUNT}", Availability.Unknown)]
    public void Service_account_is_absent_where_configuration_lists_all_others(string @namespace, string name, Availability expected) =>
        Assert.Equal(expected, Load(Objects, new() { ServiceAccounts = Globs("monitoring/from-*") }).FindServiceAccount(@namespace, name).Availability);

    [Fact]
    public void Service_account_that_nothing_makes_is_not_known_otherwise()
    {
        Assert.Equal(Availability.Unknown, Load(Objects).FindServiceAccount("monitoring", "deployr").Availability);
        Assert.Equal("deployer", Load(Objects, new() { ServiceAccounts = [] }).FindServiceAccount("monitoring", "deployr").Nearest);
    }

    private static Provisions Load(string objects, ProvidedNames? named = null) => SmallFleet.ModelOf(SmallFleet.Load($"""
        # file: clusters/one/flux-system/gotk-sync.yaml
        {Kustomization("flux-system", "./clusters/one")}
        # file: clusters/one/objects.yaml
        {objects}
        """, new FleetDeclaration { Provides = named ?? ProvidedNames.Unsaid }).Clusters.Single()).Provisions;

    private const string Objects = """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: monitoring
        ---
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata:
          name: app
          namespace: flux-system
        spec:
          targetNamespace: releases
          install:
            createNamespace: true
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: deployer
          namespace: monitoring
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          namespace: monitoring
        data:
          a: "1"
          b: "2"
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: generated-7c9g5hm22t
          namespace: monitoring
        data:
          a: "1"
        ---
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata:
          name: api-token
          namespace: monitoring
        spec:
          data:
            - secretKey: token
        ---
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata:
          name: from-template
          namespace: monitoring
        spec:
          target:
            name: templated
            template:
              data:
                config.yaml: "password: {{ .password }}"
          data:
            - secretKey: password
        ---
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata:
          name: extracted
          namespace: monitoring
        spec:
          dataFrom:
            - extract:
                key: all
        ---
        apiVersion: cert-manager.io/v1
        kind: Certificate
        metadata:
          name: web
          namespace: monitoring
        spec:
          secretName: web-tls
        ---
        apiVersion: bitnami.com/v1alpha1
        kind: SealedSecret
        metadata:
          name: sealed
          namespace: monitoring
        spec:
          encryptedData:
            password: AgBy3i4OJSWK
        ---
        apiVersion: v1
        kind: Secret
        metadata:
          name: encrypted
          namespace: monitoring
        stringData:
          password: ENC[AES256_GCM,data:abc=,type:str]
        sops:
          version: 3.9.0
        """;
}
