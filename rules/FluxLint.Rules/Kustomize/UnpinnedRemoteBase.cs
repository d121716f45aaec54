using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Kustomize;

namespace FluxLint.Rules.Kustomize;

/// <summary>Finds remote resources of kustomizations that are not kept at one version.</summary>
public sealed class UnpinnedRemoteBase : Rule
{
    private static readonly string[] Fields = ["resources", "bases", "components", "crds", "configurations", "openapi"];
    private static readonly string[] Branches = ["main", "master", "HEAD", "develop", "trunk"];

    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX1010",
        Title = "A remote resource is not pinned",
        Message = "'{0}' is taken from {1}, so that every build may bring something else",
        Category = RuleCategory.Kustomize,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Kustomize/UnpinnedRemoteBase"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnKustomization(Check);

    private static void Check(KustomizationContext context)
    {
        foreach (var reference in context.Graph.References(context.Rendering.Directory))
        {
            if (reference.Kind == ReferenceKind.Remote && Fields.Contains(reference.Field) && Moving(reference.Path) is { } moving)
                context.Report(Descriptor, reference.Node.Location, reference.Path, moving).WithHelp("name a tag or a commit");
        }
    }

    /// <summary>What of a URL changes in time; null where nothing does, as far as it tells.</summary>
    private static string? Moving(string url)
    {
        var parameters = url.Contains('?') ? url[(url.IndexOf('?') + 1)..].Split('&') : [];
        if (parameters.FirstOrDefault(parameter => parameter.StartsWith("ref=", StringComparison.Ordinal) || parameter.StartsWith("version=", StringComparison.Ordinal)) is { } pin)
            return pin[(pin.IndexOf('=') + 1)..] is { Length: > 0 } name ? Branch(name.Replace("refs/heads/", "", StringComparison.Ordinal), name.StartsWith("refs/heads/", StringComparison.Ordinal)) : "the default branch";
        var path = url.Split('?')[0];
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".json", StringComparison.Ordinal))
            return OfFile(path, parts);
        return IsOfGit(path) ? "the default branch" : null;
    }

    private static string? OfFile(string path, string[] parts)
    {
        if (path.Contains("/releases/latest/", StringComparison.Ordinal))
            return "the latest release";
        var at = Array.IndexOf(parts, "raw.githubusercontent.com") is >= 0 and var host ? host + 3 : Array.IndexOf(parts, "raw") is >= 0 and var raw ? raw + 1 : parts.Length;
        if (at + 2 < parts.Length && parts[at] == "refs" && parts[at + 1] == "heads")
            return Branch(parts[at + 2], isBranch: true);
        return at < parts.Length ? Branch(parts[at], isBranch: false) : null;
    }

    // What is not known to be a branch may be a tag.
    private static string? Branch(string name, bool isBranch) => isBranch || Branches.Contains(name) ? $"the branch '{name}'" : null;

    private static bool IsOfGit(string path) =>
        path.StartsWith("git@", StringComparison.Ordinal) || path.StartsWith("git::", StringComparison.Ordinal) || path.StartsWith("ssh://", StringComparison.Ordinal) || path.Contains(".git", StringComparison.Ordinal)
        || new[] { "https://github.com/", "github.com/", "https://gitlab.com/", "gitlab.com/", "https://bitbucket.org/", "bitbucket.org/", "https://codeberg.org/" }.Any(host => path.StartsWith(host, StringComparison.Ordinal));
}
