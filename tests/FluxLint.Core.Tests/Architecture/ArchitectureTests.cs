using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FluxLint.Core.Tests.Architecture;

/// <summary>The direction of dependencies, between projects and between the namespaces of the library.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly NamespaceOrder Order = new(
        "FluxLint",
        "Text.Automata", "Text", "Diagnostics", "Syntax", "Files", "Kubernetes",
        "Kustomize.Patching", "Kustomize.Configurations", "Kustomize.Tracing", "Kustomize", "Kustomize.Output", "Kustomize.Transformers",
        "Kustomize.Generators", "Kustomize.Metadata", "Kustomize.OpenApi", "Kustomize.Plugins", "Kustomize.Builds",
        "Schemas.Cel", "Schemas.Cel.Functions", "Schemas.Cel.Evaluation", "Schemas", "Flux", "Fleet", "Policies", "Policies.Admission", "Configuration", "CodeFixes", "Suppressions", "Semantics", "Changes", "Analysis", "(root)");

    private static readonly Dictionary<string, string[]> References = new()
    {
        ["FluxLint.Core"] = [],
        ["FluxLint.Rules"] = ["FluxLint.Core"],
        ["FluxLint.Testing"] = ["FluxLint.Core"],
        ["FluxLint.Reporting"] = ["FluxLint.Core"],
        ["FluxLint.Packs"] = ["FluxLint.Core"],
        ["FluxLint.Cli"] = ["FluxLint.Core", "FluxLint.Packs", "FluxLint.Reporting", "FluxLint.Rules", "FluxLint.Testing"],
        ["FluxLint.Templates"] = [],
        ["FluxLint.MSBuild"] = ["FluxLint.Core", "FluxLint.Packs", "FluxLint.Reporting", "FluxLint.Rules"],
    };

    private static string Root { get; } = FindRoot();

    [Fact]
    public void Projects_refer_to_each_other_in_one_direction()
    {
        var projects = Directory.GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Path.Combine(Root, "rules"), "*.csproj", SearchOption.AllDirectories))
            // What a template writes is no project of ours yet.
            .Where(file => !file.StartsWith(Path.Combine(Root, "src/FluxLint.Templates/content"), StringComparison.Ordinal))
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), Referenced);

        Assert.Equal(References.Keys.Order(), projects.Keys.Order());
        foreach (var (project, references) in projects)
            Assert.Equal(References[project].Order(), references.Order());
    }

    [Fact]
    public void The_library_depends_on_two_packages()
    {
        var project = XDocument.Load(Path.Combine(Root, "src/FluxLint.Core/FluxLint.Core.csproj"));

        Assert.Equal(["Semver", "YamlDotNet"], project.Descendants("PackageReference").Select(package => (string?)package.Attribute("Include")).Order());
    }

    [Fact]
    public void What_loads_packs_knows_nothing_of_NuGet_but_versions() =>
        Assert.DoesNotContain(
            Directory.GetFiles(Path.Combine(Root, "src/FluxLint.Packs"), "*.cs", SearchOption.AllDirectories),
            file => Path.GetFileName(Path.GetDirectoryName(file)) != "Restoring" && File.ReadAllText(file).Replace("using NuGet.Versioning;", "", StringComparison.Ordinal).Contains("using NuGet", StringComparison.Ordinal));

    [Fact]
    public void Namespaces_of_the_library_use_only_those_before_them() =>
        Assert.Empty(Order.Violations(typeof(Linter).Assembly.Location));

    [Fact]
    public void A_planted_arrow_is_found_wherever_it_hides()
    {
        var order = new NamespaceOrder("FluxLint.Core.Tests.Architecture.Planted", "Lower", "Upper");

        Assert.Equal(
            ["InAttribute", "InBody", "InConstraint`1", "InLambda", "InNested", "InSignature"],
            order.Violations(typeof(ArchitectureTests).Assembly.Location).Select(violation => violation.Split(' ')[1]));
    }

    [Fact]
    public void A_namespace_without_a_place_is_found()
    {
        var order = new NamespaceOrder("FluxLint.Core.Tests.Architecture.Planted", "Upper");

        Assert.Contains("FluxLint.Core.Tests.Architecture.Planted.Lower has no place", order.Violations(typeof(ArchitectureTests).Assembly.Location));
    }

    [Fact]
    public void Only_one_folder_of_the_library_uses_the_yaml_parser()
    {
        var users = Directory.GetFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("using YamlDotNet", StringComparison.Ordinal))
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file)))
            .Distinct();

        Assert.Equal(["Syntax"], users);
    }

    [Fact]
    public void The_library_touches_no_console_environment_or_network()
    {
        var violations =
            from file in Directory.GetFiles(Path.Combine(Root, "src/FluxLint.Core"), "*.cs", SearchOption.AllDirectories)
            where !Path.GetRelativePath(Root, file).Contains("/obj/", StringComparison.Ordinal)
            from Match match in Forbidden().Matches(File.ReadAllText(file))
            where !(Path.GetFileName(file) == "DiskFileSystem.cs" || Path.GetFileName(file) == "LinkResolver.cs") || !match.Value.StartsWith("File", StringComparison.Ordinal)
            select $"{Path.GetFileName(file)}: {match.Value}";

        Assert.Empty(violations);
    }

    private static IEnumerable<string> Referenced(string project) =>
        XDocument.Load(project).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension((string?)reference.Attribute("Include") ?? ""));

    private static string FindRoot([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file) ?? "", "../../.."));

    [GeneratedRegex(@"\bConsole\.\w+|\bEnvironment\.(?!NewLine)\w+|\bSystem\.Net\b|\bHttpClient\b|\bProcess\.Start|\bFile\.(Read|Open|Write|Exists)\w*")]
    private static partial Regex Forbidden();
}
