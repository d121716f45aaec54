using System.Collections.Immutable;
using CsCheck;

namespace FluxLint.Core.Tests.Kustomize.Output;

/// <summary>A random stack of kustomizations: each layer includes the one below, adds resources, and changes them.</summary>
internal sealed record RandomStack(ImmutableArray<RandomStack.Layer> Layers)
{
    private static readonly Gen<string> Name = Gen.OneOf("a", "b", "web", "db");
    private static readonly Gen<string> Namespace = Gen.OneOf("", "", "", "  namespace: one\n", "  namespace: default\n", "  namespace: two\n");
    private static readonly Gen<string> Image = Gen.OneOf("nginx", "nginx:1.2", "reg.io:5000/nginx:1", "app@sha256:0123456789012345678901234567890123456789012345678901234567890123", "app:v1");

    private static readonly Gen<string> Resource = Gen.Select(Name, Namespace, Name, Image, Gen.Int[0, 13]).Select((name, place, other, image, kind) =>
    {
        string Head(string apiVersion, string type) => $"apiVersion: {apiVersion}\nkind: {type}\nmetadata:\n  name: {name}\n{place}";
        var pod = $"containers:\n      - name: {other}\n        image: {image}\n        envFrom:\n        - configMapRef: {{name: {other}}}\n        - secretRef:\n            name: {name}\n      serviceAccountName: {other}\n      volumes:\n      - name: v\n        persistentVolumeClaim: {{claimName: {name}}}\n";
        return kind switch
        {
            0 or 1 => Head("apps/v1", "Deployment") + $"spec:\n  replicas: 1\n  selector:\n    matchLabels:\n      app: {name}\n  template:\n    metadata:\n      labels:\n        app: {name}\n    spec:\n      {pod}",
            2 => Head("v1", "Service") + $"spec:\n  selector: {{app: {name}}}\n  ports:\n  - port: 80\n  - port: 443\n    name: tls\n",
            3 => Head("v1", "ConfigMap") + $"data:\n  a: {other}\n  b: \"1\"\n  c: |\n    x\n      y\n",
            4 => Head("v1", "Secret") + "stringData: {p: q}\n",
            5 => Head("v1", "ServiceAccount"),
            6 => Head("rbac.authorization.k8s.io/v1", "RoleBinding") + $"roleRef: {{apiGroup: rbac.authorization.k8s.io, kind: Role, name: {other}}}\nsubjects:\n- kind: ServiceAccount\n  name: {name}\n  namespace: one\n- kind: ServiceAccount\n  name: default\n- {{kind: User, name: {other}}}\n",
            7 => Head("rbac.authorization.k8s.io/v1", "Role") + $"rules: [{{apiGroups: [''], resources: [secrets], resourceNames: [{other}], verbs: [get]}}]\n",
            8 => Head("example.com/v1", "Thing") + $"spec:\n  image: {image}\n  items: [{{name: {other}, v: 1}}, 2]\n  on: yes\n",
            9 => Head("batch/v1", "Job") + $"spec:\n  template:\n    spec:\n      {pod}",
            10 => Head("networking.k8s.io/v1", "Ingress") + $"spec:\n  tls: [{{secretName: {other}}}]\n  rules:\n  - http:\n      paths:\n      - path: /\n        pathType: Prefix\n        backend:\n          service: {{name: {other}, port: {{number: 80}}}}\n",
            11 => Head("autoscaling/v2", "HorizontalPodAutoscaler") + $"spec:\n  maxReplicas: 3\n  scaleTargetRef: {{apiVersion: apps/v1, kind: Deployment, name: {other}}}\n",
            12 => Head("v1", "PersistentVolumeClaim") + "spec: {accessModes: [ReadWriteOnce]}\n",
            _ => $"apiVersion: v1\nkind: Namespace\nmetadata:\n  name: one\n",
        };
    });

    private static readonly Gen<string> Change = Gen.Select(Name, Name, Gen.Int[0, 16]).Select((name, other, kind) => kind switch
    {
        0 => $"namePrefix: {name}-\n",
        1 => $"nameSuffix: -{name}\n",
        2 => $"namespace: {(name == "a" ? "default" : name)}\n",
        3 => $"commonLabels: {{app: {name}, x: '1'}}\n",
        4 => $"labels:\n- pairs: {{l: {name}}}\n  includeSelectors: {(other == "a" ? "true" : "false")}\n  includeTemplates: true\n",
        5 => $"commonAnnotations: {{note: {name}}}\n",
        6 => $"images:\n- name: nginx\n  newTag: \"2\"\n- name: app\n  newName: {name}\n",
        7 => $"replicas:\n- {{name: {name}, count: 3}}\n",
        8 => $"configMapGenerator:\n- name: {name}\n  literals: [a=b, c=d e]\n",
        9 => $"configMapGenerator:\n- name: {name}\n  behavior: {(other is "a" or "b" ? "merge" : "replace")}\n  literals: [a=z]\n",
        10 => $"secretGenerator:\n- name: {name}\n  literals: [k={other}]\n  options: {{disableNameSuffixHash: {(other is "a" or "b" ? "true" : "false")}}}\n",
        11 => $"patches:\n- target: {{kind: Deployment, name: {name}}}\n  patch: |\n    - op: replace\n      path: /spec/replicas\n      value: 5\n    - op: add\n      path: /metadata/annotations/x~1y\n      value: z\n",
        12 => $"patches:\n- patch: |\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata: {{name: {name}}}\n    spec:\n      template:\n        spec:\n          containers:\n          - name: {other}\n            args: [x]\n          - name: side\n            image: nginx\n",
        13 => $"patches:\n- target: {{kind: Service|ConfigMap}}\n  patch: |\n    apiVersion: v1\n    kind: Any\n    metadata: {{name: any, labels: {{p: {name}}}}}\n",
        14 => $"patches:\n- target: {{kind: Thing}}\n  patch: |\n    kind: Thing\n    metadata: {{name: any}}\n    spec: {{items: null, more: {{a: {other}}}}}\n",
        15 => $"generatorOptions: {{labels: {{g: {name}}}}}\n",
        _ => $"patches:\n- patch: |\n    $patch: delete\n    apiVersion: v1\n    kind: ConfigMap\n    metadata: {{name: {name}}}\n",
    });

    private static readonly Gen<ImmutableArray<string>> Changes = Change.Array[0, 4].Select(changes => changes.DistinctBy(change => change[..change.IndexOf(':')]).ToImmutableArray());

    public static Gen<RandomStack> Any { get; } =
        Gen.Select(Resource.Array[0, 4].Select(resources => resources.Distinct().ToImmutableArray()), Changes, Changes, Gen.Int[0, 3], (resources, changes, component, use) => new Layer(resources, changes, use == 0 ? component : []))
            .Array[1, 4].Select(layers => new RandomStack([.. layers]));

    public IEnumerable<KeyValuePair<string, string>> Files()
    {
        for (var i = 0; i < Layers.Length; i++)
        {
            var layer = Layers[i];
            string[] resources = [.. i > 0 ? [$"../{i - 1}"] : Array.Empty<string>(), .. layer.Resources.Length > 0 ? ["r.yaml"] : Array.Empty<string>()];
            var text = resources.Length > 0 ? $"resources: [{string.Join(", ", resources)}]\n" : "";
            if (layer.Component.Length > 0)
            {
                text += $"components: [../c{i}]\n";
                yield return new($"c{i}/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n" + string.Concat(layer.Component));
            }
            yield return new($"{i}/kustomization.yaml", text + string.Concat(layer.Changes));
            if (layer.Resources.Length > 0)
                yield return new($"{i}/r.yaml", string.Join("---\n", layer.Resources));
        }
    }

    public override string ToString() => string.Concat(Files().Select(file => $"=== {file.Key}\n{file.Value}"));

    public sealed record Layer(ImmutableArray<string> Resources, ImmutableArray<string> Changes, ImmutableArray<string> Component);
}
