using FluxLint.Analysis;

namespace FluxLint.Packs.Loading;

/// <summary>
/// Watches the rules of packs at work: each has some time for one look at one thing, and all together have some memory. A thread cannot be
/// stopped from outside, so the work as a whole is given up, and whoever asked for it tells the user and ends.
/// </summary>
/// <param name="time">The longest that one look may take.</param>
/// <param name="bytes">The most memory that the process may hold while a rule of a pack is at work.</param>
internal sealed class RuleWatch(TimeSpan time, long bytes) : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    private readonly ThreadLocal<Look> looks = new(() => new(), trackAllValues: true);

    /// <summary>A rule starts to look at something, on this thread.</summary>
    public void Enter(Rule rule) => looks.Value?.Start(rule);

    /// <summary>The rule that was at work on this thread is not any more.</summary>
    public void Leave() => looks.Value?.End();

    /// <summary>Does some work, in which rules of packs are at work.</summary>
    /// <exception cref="PackException">One of them went beyond a limit, and may still be at it.</exception>
    public T Run<T>(Func<T> work)
    {
        var running = Task.Run(work);
        while (Task.WaitAny([running], Pace) < 0)
            Check();
        return running.GetAwaiter().GetResult();
    }

    public void Dispose() => looks.Dispose();

    private void Check()
    {
        var atWork = looks.Values.Select(look => look.Now).Where(now => now.Rule is not null).ToList();
        if (atWork.Find(now => now.Elapsed > time) is { Rule: { } slow })
            throw new PackException($"the rule {slow.Title} did not come to an end in {time.TotalSeconds:0.#} s, and the lint was given up; --ignore {slow.Describe().Id} lints without it");
        if (atWork.Count > 0 && GC.GetTotalMemory(forceFullCollection: false) > bytes)
        {
            var titles = atWork.Select(now => now.Rule?.Title).Distinct().Order(StringComparer.Ordinal);
            throw new PackException($"the process holds more than {bytes >> 20} MiB while {string.Join(" and ", titles)} is at work, and the lint was given up; --ignore lints without a rule");
        }
    }

    /// <summary>What a thread does. Others read it while it is written, so that both parts are one object.</summary>
    private sealed class Look
    {
        private volatile AtWork now = AtWork.Nothing;

        public AtWork Now => now;

        public void Start(Rule rule) => now = new(rule, Environment.TickCount64);

        public void End() => now = AtWork.Nothing;
    }

    private sealed record AtWork(Rule? Rule, long Since)
    {
        public static readonly AtWork Nothing = new(null, 0);

        public TimeSpan Elapsed => TimeSpan.FromMilliseconds(Environment.TickCount64 - Since);
    }
}
