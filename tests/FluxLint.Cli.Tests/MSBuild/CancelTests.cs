using System.Collections;
using FluxLint.Cli.Tests.Commands;
using FluxLint.MSBuild;
using Microsoft.Build.Framework;

namespace FluxLint.Cli.Tests.MSBuild;

/// <summary>A build that is cancelled while the task lints.</summary>
public sealed class CancelTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly SmallRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task Cancel_ends_the_task_and_nothing_is_logged()
    {
        // Enough for a lint to be at work when the cancellation comes.
        for (var i = 0; i < 2_000; i++)
            repository.Write($"apps/{i}/kustomization.yaml", "resources: [missing.yaml]\n");
        var engine = new Engine();
        using var lint = new Lint { BuildEngine = engine, Root = repository.Root };

        var execution = Task.Run(lint.Execute);
        lint.Cancel();

        Assert.False(await execution.WaitAsync(Patience));
        Assert.Equal(0, engine.Logged);
    }

    [Fact]
    public async Task Cancel_under_way_ends_the_log()
    {
        for (var i = 0; i < 20; i++)
            repository.Write($"apps/{i}/kustomization.yaml", "resources: [missing.yaml]\n");
        var engine = new Engine();
        using var lint = new Lint { BuildEngine = engine, Root = repository.Root };
        engine.OnLog = lint.Cancel;

        Assert.False(await Task.Run(lint.Execute).WaitAsync(Patience));
        Assert.Equal(1, engine.Logged);
    }

    private sealed class Engine : IBuildEngine
    {
        public Action? OnLog { get; set; }

        public int Logged { get; private set; }

        public bool ContinueOnError => false;

        public int LineNumberOfTaskNode => 0;

        public int ColumnNumberOfTaskNode => 0;

        public string ProjectFileOfTaskNode => "";

        public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => false;

        public void LogCustomEvent(CustomBuildEventArgs e) => Log();

        public void LogErrorEvent(BuildErrorEventArgs e) => Log();

        public void LogMessageEvent(BuildMessageEventArgs e) => Log();

        public void LogWarningEvent(BuildWarningEventArgs e) => Log();

        private void Log()
        {
            Logged++;
            OnLog?.Invoke();
        }
    }
}
