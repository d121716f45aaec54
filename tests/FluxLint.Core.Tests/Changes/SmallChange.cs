using FluxLint.Changes;
using FluxLint.Core.Tests.Fleet;
using FluxLint.Files;
using FluxLint.Semantics;

namespace FluxLint.Core.Tests.Changes;

/// <summary>A change of a repository with two clusters, each of which applies <c>apps</c> and <c>infra</c>.</summary>
internal static class SmallChange
{
    /// <summary>What edits do to the clusters.</summary>
    /// <param name="files">The earlier files, beside those of the clusters.</param>
    /// <param name="edits">The later texts; null for a file that is gone.</param>
    public static FleetChanges Of(Dictionary<string, string> files, params (string Path, string? Text)[] edits)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cluster in (string[])["one", "two"])
        {
            all[$"clusters/{cluster}/flux-system/gotk-sync.yaml"] = SmallFleet.GitRepository("flux-system", "https://git.example.org/fleet.git") + SmallFleet.Kustomization("flux-system", $"./clusters/{cluster}", "prune: true");
            all[$"clusters/{cluster}/apps.yaml"] = SmallFleet.Kustomization("apps", "./apps", "prune: true");
            all[$"clusters/{cluster}/infra.yaml"] = SmallFleet.Kustomization("infra", "./infra", "prune: true");
        }
        all["infra/settings.yaml"] = SmallFleet.ConfigMap("infra", "a: b");
        foreach (var (path, text) in files)
            all[path] = text;
        var after = InMemoryFileSystem.Of(edits.Aggregate(all.AsEnumerable(), (texts, edit) =>
            edit.Text is null ? texts.Where(file => file.Key != edit.Path) : texts.Where(file => file.Key != edit.Path).Append(new(edit.Path, edit.Text))));
        return FleetChanges.Of(Compilation.Create(InMemoryFileSystem.Of(all)), Compilation.Create(after));
    }

    /// <summary>The change of an object that is the only one.</summary>
    public static FleetChanges OfObject(string before, string? after) => Of(
        new() { ["apps/object.yaml"] = before, ["apps/other.yaml"] = SmallFleet.ConfigMap("other", "a: b") },
        ("apps/object.yaml", after));

    /// <summary>An object as a manifest, in flow style.</summary>
    public static string Manifest(string apiVersion, string kind, string more, string metadata = "") =>
        $"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {{name: web, namespace: web{metadata}}}\n{more}\n";
}
