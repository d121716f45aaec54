using System.Runtime.Loader;

/// <summary>Started by the runtime in a process that a test looks into: writes down what is loaded when that ends. The runtime wants this name, without a namespace.</summary>
internal static class StartupHook
{
    public const string Variable = "FLUXLINT_TEST_LOADED";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { } file)
            AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllLines(file, AssemblyLoadContext.All.SelectMany(context => context.Assemblies).Select(assembly => assembly.GetName().Name ?? ""));
    }
}
