using System.Collections.Immutable;

namespace FluxLint.Cli.Commands;

/// <summary>Command lines that the help of a command ends with, and what each is for.</summary>
internal static class Examples
{
    public static ImmutableArray<(string CommandLine, string Purpose)> Of(string command) => command switch
    {
        "fluxlint" =>
        [
            ("fluxlint lint", "Lint the repository around the current directory"),
            ("fluxlint explain FLX1001", "Read what a rule finds and why"),
        ],
        "lint" =>
        [
            ("fluxlint lint", "Lint the repository around the current directory"),
            ("fluxlint lint clusters/prod --fail-on warning", "Report on a part of it, and fail on warnings, too"),
            ("fluxlint lint --select FLX3 --ignore unpinned-chart-version", "Run the rules on Helm, but for one"),
            ("fluxlint lint --assume kubernetes=1.37,flux=2.9", "Report what an upgrade would break"),
            ("fluxlint lint --vap", "Report also what admission policies would refuse"),
            ("fluxlint lint --fix", "Fix what can be fixed safely"),
            ("fluxlint lint --allow-packs --locked", "Run the rules of packs, too, or none at all"),
            ("fluxlint lint --watch", "Lint again after every change"),
            ("fluxlint lint --base origin/main", "Report what is new since a revision"),
            ("fluxlint lint -o sarif=fluxlint.sarif --sarif-profile github", "Write a log for GitHub code scanning, and a summary"),
            ("fluxlint lint - --stdin-filename clusters/poc/apps.yaml -o short < buffer", "Lint what an editor has not saved yet"),
        ],
        "build" =>
        [
            ("fluxlint build clusters/test", "Print what 'kustomize build' prints"),
            ("fluxlint build apps --load-restrictor none -o apps.yaml", "Read files above the directory, as Flux does"),
        ],
        "trace" =>
        [
            ("fluxlint trace clusters/prod HelmRelease/keda", "Show where each value was written"),
            ("fluxlint trace clusters/prod HelmRelease/keda spec.chart.spec.version", "Show it for one field"),
        ],
        "graph" =>
        [
            ("fluxlint graph prod-region-1/eus-01", "Show who applies what in a cluster, and in which order"),
            ("fluxlint graph prod-region-1/eus-01 --format mermaid", "Draw it in Markdown"),
        ],
        "diff" =>
        [
            ("fluxlint diff HEAD", "Show what the changes at hand do to the clusters"),
            ("fluxlint diff origin/main HEAD --fail-on-danger", "Show what a branch does, and fail when something is deleted"),
            ("fluxlint diff HEAD~1 HEAD --format markdown", "Write a comment for a pull request"),
        ],
        "clusters" =>
        [
            ("fluxlint clusters", "List clusters with their objects, Kustomizations and releases"),
            ("fluxlint clusters --format json", "List them for a script"),
            ("fluxlint clusters --suggest", "Print a configuration that names them"),
        ],
        "schema" =>
        [
            ("fluxlint schema HelmRelease.spec.chart", "Show the fields of a chart in a HelmRelease"),
            ("fluxlint schema deploy.spec.template.spec.containers --kubernetes 1.33", "Show those of a container in Kubernetes 1.33"),
            ("fluxlint schema cert-manager.io/v1/Certificate --json", "Print JSON Schema for an editor or another validator"),
        ],
        "policies" =>
        [
            ("fluxlint policies test", "Run the examples beside the policies of the repository"),
        ],
        "test" =>
        [
            ("fluxlint policies test", "Run all examples"),
            ("fluxlint policies test policies/ORG1001.test.yaml", "Run one of them"),
        ],
        "fleet" =>
        [
            ("fluxlint fleet", "Compare the versions of releases in all clusters"),
            ("fluxlint fleet --format markdown >> versions.md", "Write them as a table of Markdown"),
        ],
        "init" =>
        [
            ("fluxlint init", "Write fluxlint.yaml from what the repository has"),
            ("fluxlint init --print", "Print it, and write nothing"),
        ],
        "new" =>
        [
            ("fluxlint new cluster poc/sandbox-02", "Write the directory of a cluster of the class 'poc'"),
            ("fluxlint new pack Contoso.FluxLint", "Write the source of a rule pack"),
            ("fluxlint new rule MissingOwner", "Add a rule to the pack around the current directory"),
        ],
        "pack" =>
        [
            ("fluxlint new pack Contoso.FluxLint", "Write the source of a rule pack"),
            ("fluxlint new pack Contoso.FluxLint --directory tools/lint", "Write it into a folder of another name"),
        ],
        "rule" => [("fluxlint new rule MissingOwner", "Add a rule to the pack around the current directory")],
        "cluster" =>
        [
            ("fluxlint new cluster poc/sandbox-02", "Write the directory of a cluster of the class 'poc'"),
            ("fluxlint new cluster production/prod-region-1/weu-22", "Say where, of a class that lies in several directories"),
        ],
        "config" or "show" or "schema" =>
        [
            ("fluxlint config show", "List the settings that hold, and where each comes from"),
            ("fluxlint config show clusters/poc/apps.yaml", "List them with the severities that hold in a file"),
            ("fluxlint config schema > fluxlint.schema.json", "Write the JSON Schema of fluxlint.yaml"),
        ],
        "packs" or "restore" or "update" or "list" or "why" =>
        [
            ("fluxlint packs restore", "Fetch what fluxlint.yaml names, and lock it"),
            ("fluxlint packs restore --locked", "Fetch what is locked, in CI"),
            ("fluxlint packs update Contoso.FluxLint", "Lock the latest version that fluxlint.yaml allows"),
            ("fluxlint packs why YamlDotNet", "Show which pack takes a package"),
        ],
        "rules" => [("fluxlint rules", "List the rules")],
        "explain" =>
        [
            ("fluxlint explain FLX1001", "Print the page of a rule by its id"),
            ("fluxlint explain missing-reference", "Print it by its name"),
        ],
        "completion" =>
        [
            ("source <(fluxlint completion bash)", "Complete in this bash; in ~/.bashrc: in every one"),
            ("fluxlint completion zsh > ~/.zfunc/_fluxlint", "Complete in zsh, with ~/.zfunc on the fpath"),
            ("fluxlint completion fish > ~/.config/fish/completions/fluxlint.fish", "Complete in fish"),
            ("fluxlint completion pwsh | Out-String | Invoke-Expression", "Complete in this PowerShell; in $PROFILE: in every one"),
        ],
        _ => [],
    };
}
