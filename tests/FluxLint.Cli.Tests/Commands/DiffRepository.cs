namespace FluxLint.Cli.Tests.Commands;

/// <summary>A repository with two clusters, each of which applies <c>apps</c> and <c>infra</c>, and a change of all that can change.</summary>
internal sealed class DiffRepository : IDisposable
{
    public const string Web = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: web}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - {name: web, image: "web:1", envFrom: [{configMapRef: {name: settings}}]}
                - {name: proxy, image: "proxy:1"}

        """;

    public const string Others = """
        apiVersion: v1
        kind: Namespace
        metadata: {name: web}
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data, namespace: web}
        spec: {storageClassName: fast}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: page, namespace: web}
        data:
          page: |
            welcome
            to ${cluster}

        """;

    private readonly SmallRepository files = new();

    public DiffRepository()
    {
        foreach (var cluster in (string[])["one", "two"])
        {
            WriteKustomization($"clusters/{cluster}/apps.yaml", "apps", "./apps", $", postBuild: {{substitute: {{cluster: {cluster}}}}}")
                .WriteKustomization($"clusters/{cluster}/infra.yaml", "infra", "./infra");
        }
        Write("apps/kustomization.yaml", """
                resources: [web.yaml, others.yaml, secret.yaml]
                configMapGenerator: [{name: settings, namespace: web, literals: [level=1]}]
                secretGenerator: [{name: made, namespace: web, literals: [key=sesame]}]

                """)
            .Write("apps/web.yaml", Web)
            .Write("apps/others.yaml", Others)
            .Write("apps/secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: login, namespace: web}\nstringData: {password: xyzzy}\n")
            .Write("infra/moving.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: moving, namespace: web}\ndata: {a: b}\n");
    }

    public string Root => files.Root;

    public void Dispose() => files.Dispose();

    /// <summary>Writes a file.</summary>
    public DiffRepository Write(string path, string text)
    {
        files.Write(path, text);
        return this;
    }

    /// <summary>Commits what is there, and changes every part of it.</summary>
    public async Task<GitRepository> Change()
    {
        var git = await GitRepository.Of(Root);
        Write("apps/kustomization.yaml", """
                resources: [web.yaml, others.yaml, secret.yaml, moving.yaml, new.yaml]
                configMapGenerator: [{name: settings, namespace: web, literals: [level=2]}]
                secretGenerator: [{name: made, namespace: web, literals: [key=sesame2]}]

                """)
            .Write("apps/web.yaml", Web.Replace("app: web}}\n", "app: web2}}\n").Replace("proxy:1", "proxy:2"))
            .Write("apps/others.yaml", Others[Others.IndexOf("---\n", StringComparison.Ordinal)..].Replace("fast", "slow").Replace("to $", "back to $"))
            .Write("apps/secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: login, namespace: web}\nstringData: {password: plugh}\n")
            .Write("apps/new.yaml", "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web, namespace: web}\n")
            .WriteKustomization("clusters/two/infra.yaml", "infra", "./infra", ", suspend: true");
        Directory.Move(Path.Join(Root, "infra/moving.yaml"), Path.Join(Root, "apps/moving.yaml"));
        Write("infra/kustomization.yaml", "resources: []\n");
        return git;
    }

    private DiffRepository WriteKustomization(string file, string name, string path, string spec = "")
    {
        files.WriteKustomization(file, name, path, spec);
        return this;
    }
}
