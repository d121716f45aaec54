using System.Globalization;
using BenchmarkDotNet.Running;
using FluxLint.Benchmarks;

switch (args)
{
    case ["fleet", var count, var directory] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var clusters):
        Console.WriteLine($"{FleetGenerator.Write(clusters, directory)} files in {directory}");
        return 0;
    case ["compare", var directory, var tool]:
        return Comparison.Run(directory, tool);
    case ["fleet" or "compare", ..]:
        Console.Error.WriteLine("usage: fleet COUNT DIRECTORY | compare DIRECTORY TOOL | the options of BenchmarkDotNet");
        return 2;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(EngineBenchmarks).Assembly).Run(args);
        return 0;
}
