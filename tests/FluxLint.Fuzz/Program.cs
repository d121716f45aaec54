using System.Diagnostics;
using System.Globalization;
using FluxLint.Fuzz;

switch (args)
{
    case ["show", var seed, var directory] when int.TryParse(seed, CultureInfo.InvariantCulture, out var shown):
        Attempt.Write(Corpus.Load(), shown, directory);
        return 0;
    case [var minutes] when double.TryParse(minutes, CultureInfo.InvariantCulture, out var time):
        return Run(time, Random.Shared.Next());
    case [var minutes, var seed] when double.TryParse(minutes, CultureInfo.InvariantCulture, out var time) && int.TryParse(seed, CultureInfo.InvariantCulture, out var start):
        return Run(time, start);
    default:
        Console.Error.WriteLine("usage: MINUTES [SEED] | show SEED DIRECTORY");
        return 2;
}

static int Run(double minutes, int first)
{
    var watch = Stopwatch.StartNew();
    var corpus = Corpus.Load();
    var (seed, finds) = (first, 0);
    do
    {
        // Said before it runs: what kills the process, or never ends, is known by this.
        Console.Error.Write($"\rseed {seed} ");
        if (Attempt.Run(corpus, seed) is { } find)
        {
            finds++;
            Console.WriteLine($"\rseed {seed}: {find}");
        }
        seed++;
    }
    while (watch.Elapsed < TimeSpan.FromMinutes(minutes));
    Console.WriteLine($"\r{seed - first} repositories from seed {first}, {finds} finds");
    return finds == 0 ? 0 : 1;
}
