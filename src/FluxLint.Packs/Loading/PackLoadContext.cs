using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using FluxLint.Analysis;

namespace FluxLint.Packs.Loading;

/// <summary>
/// The assemblies of one pack. They share <c>FluxLint.Core</c> with us, and the framework; everything else they bring themselves. No file
/// is held open, and all of it can go again.
/// </summary>
internal sealed class PackLoadContext(VerifiedPack pack) : AssemblyLoadContext($"{pack.Identity.Id} {pack.Identity.Version}", isCollectible: true)
{
    private readonly Dictionary<string, Assembly> loaded = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The assemblies of the package itself.</summary>
    public ImmutableArray<Assembly> Own => [.. pack.Assemblies.Where(assembly => assembly.IsOfPack).Select(Load)];

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is not { } name)
            return null;
        var core = typeof(Rule).Assembly;
        if (name.Equals(core.GetName().Name, StringComparison.OrdinalIgnoreCase))
            return core;
        // Before what the pack brings: its types and ours would not be the same.
        if (File.Exists(Path.Join(RuntimeEnvironment.GetRuntimeDirectory(), $"{name}.dll")))
            return null;
        if (pack.Assemblies.FirstOrDefault(assembly => assembly.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } own)
            return Load(own);
        // Of a file that is not found the runtime would think no more, and take ours.
        throw new FileLoadException($"{pack.Identity.Id} uses the assembly {name}, and neither its package nor one that it depends on has it", name);
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        throw new DllNotFoundException($"{pack.Identity.Id} uses the native library {unmanagedDllName}, and packs have none");

    private Assembly Load(VerifiedAssembly assembly)
    {
        lock (loaded)
        {
            if (!loaded.TryGetValue(assembly.Name, out var found))
                loaded.Add(assembly.Name, found = LoadFromStream(new MemoryStream(assembly.Content, writable: false)));
            return found;
        }
    }
}
