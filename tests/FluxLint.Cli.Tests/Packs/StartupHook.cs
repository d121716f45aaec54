using System.Collections.Concurrent;

/// <summary>Started by the runtime in a process that a test looks into: writes down what was loaded when that ends. The runtime wants this name, without a namespace.</summary>
internal static class StartupHook
{
    public const string Variable = "FLUXLINT_TEST_LOADED";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } file)
            return;
        var loaded = new ConcurrentQueue<string>();
        // Packs are gone by the end.
        AppDomain.CurrentDomain.AssemblyLoad += (_, load) => loaded.Enqueue(load.LoadedAssembly.GetName().Name ?? "");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllLines(file, loaded.Concat(AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name ?? "")));
    }
}
