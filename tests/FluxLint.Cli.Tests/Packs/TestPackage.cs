using Mono.Cecil;
using Mono.Cecil.Cil;
using NuGet.Frameworks;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Versioning;

namespace FluxLint.Cli.Tests.Packs;

/// <summary>A package of the test pack, changed as a test wants it.</summary>
internal sealed record TestPackage(string Id, string Version)
{
    public const string YamlVersion = "99.1.0";

    /// <summary>How its code misbehaves.</summary>
    public string Behavior { get; init; } = "none";

    /// <summary>The id of its rule.</summary>
    public string RuleId { get; init; } = "ORG1001";

    /// <summary>The class of its rule.</summary>
    public string RuleClass { get; init; } = "MissingOwner";

    /// <summary>The version of FluxLint.Core that it says it was built against; null for the real one.</summary>
    public Version? Core { get; init; }

    /// <summary>The version of YamlDotNet that it says it was built against; null for the one that nobody else has.</summary>
    public Version? Yaml { get; init; }

    /// <summary>The packages that it depends on, with their ranges.</summary>
    public IReadOnlyDictionary<string, string> Dependencies { get; init; } = new Dictionary<string, string> { ["FluxLint.Core"] = "0.1.0" };

    /// <summary>Whether its assembly is one that has nothing to do with rules: YamlDotNet, in a version that nobody else has.</summary>
    public bool IsYaml { get; init; }

    /// <summary>The framework that its assembly is for.</summary>
    public string Framework { get; init; } = "net10.0";

    /// <summary>Writes the package into a folder; its path.</summary>
    public string WriteTo(string folder)
    {
        var builder = new PackageBuilder { Id = Id, Version = NuGetVersion.Parse(Version), Description = "A pack for tests." };
        builder.Authors.Add("Contoso");
        var target = NuGetFramework.Parse(Framework);
        builder.DependencyGroups.Add(new(target, Dependencies.Select(dependency => new PackageDependency(dependency.Key, VersionRange.Parse(dependency.Value)))));
        var content = Assembly();
        builder.Files.Add(new PhysicalPackageFile(content) { TargetPath = $"lib/{Framework}/{(IsYaml ? "YamlDotNet" : "FluxLint.TestPack")}.dll" });
        var path = Path.Combine(folder, $"{Id}.{Version}.nupkg");
        using var stream = File.Create(path);
        builder.Save(stream);
        return path;
    }

    private MemoryStream Assembly()
    {
        using var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, IsYaml ? "YamlDotNet.dll" : "FluxLint.TestPack.dll"));
        if (IsYaml)
            module.Assembly.Name.Version = new(YamlVersion);
        foreach (var reference in module.AssemblyReferences)
        {
            if (reference.Name == "YamlDotNet")
                reference.Version = Yaml ?? new(YamlVersion);
            else if (reference.Name == "FluxLint.Core")
                reference.Version = Core ?? reference.Version;
        }
        // Of two versions in one process the runtime must not take one for the other.
        module.Mvid = Guid.NewGuid();
        foreach (var instruction in module.GetTypes().Where(_ => !IsYaml).SelectMany(type => type.Methods).Where(method => method.HasBody).SelectMany(method => method.Body.Instructions).Where(instruction => instruction.OpCode == OpCodes.Ldstr))
        {
            if (instruction.Operand is "none")
                instruction.Operand = Behavior;
            else if (instruction.Operand is "ORG1001")
                instruction.Operand = RuleId;
        }
        if (!IsYaml)
            module.GetType("FluxLint.TestPack.MissingOwner").Name = RuleClass;
        var changed = new MemoryStream();
        module.Write(changed);
        changed.Position = 0;
        return changed;
    }
}
