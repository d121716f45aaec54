using System.Collections.Concurrent;
using System.Diagnostics;

namespace FluxLint.Analysis;

/// <summary>Where the time of a lint goes. Those of rules are of all threads together. Safe on many threads.</summary>
internal sealed class LintTimes
{
    private readonly ConcurrentQueue<(string Name, TimeSpan Time)> stages = new();
    private readonly ConcurrentDictionary<string, TimeSpan> rules = new(StringComparer.Ordinal);

    /// <summary>The stages in the order of the work.</summary>
    public IReadOnlyCollection<(string Name, TimeSpan Time)> Stages => stages;

    /// <summary>The rules by their ids.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Rules => rules;

    /// <summary>Starts a stage, which ends when what is returned is disposed.</summary>
    public IDisposable Start(string stage) => new Running(this, stage);

    /// <summary>Takes note of a stage.</summary>
    public void Add(string stage, TimeSpan time) => stages.Enqueue((stage, time));

    /// <summary>Takes note of a look of a rule.</summary>
    public void AddRule(string id, TimeSpan time) => rules.AddOrUpdate(id, time, (_, before) => before + time);

    private sealed class Running(LintTimes times, string stage) : IDisposable
    {
        private readonly long start = Stopwatch.GetTimestamp();

        public void Dispose() => times.Add(stage, Stopwatch.GetElapsedTime(start));
    }
}
