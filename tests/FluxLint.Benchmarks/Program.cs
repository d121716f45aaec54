using System.Globalization;
using BenchmarkDotNet.Running;
using FluxLint.Benchmarks;

switch (args)
{
    case ["fleet", var count, var directory] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var clusters):
        Console.WriteLine($"{FleetGenerator.Write(clusters, directory)} files in {directory}");
        return 0;
    case ["compare", _, ..] when args.Skip(1).All(program => program.Contains('=', StringComparison.Ordinal)):
        return Comparison.Run(args.Skip(1));
    case ["fleet" or "compare", ..]:
        Console.Error.WriteLine("usage: fleet COUNT DIRECTORY | compare NAME=PROGRAM... | the options of BenchmarkDotNet");
        return 2;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(EngineBenchmarks).Assembly).Run(args);
        return 0;
}
