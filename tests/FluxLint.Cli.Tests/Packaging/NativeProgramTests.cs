namespace FluxLint.Cli.Tests.Packaging;

/// <summary>The native program of the package does what the code does that it was compiled from.</summary>
[Collection(ToolCollection.Name)]
public sealed class NativeProgramTests(ToolFeed feed) : IDisposable
{
    private const string AllButClients = "FullyQualifiedName!~Packaging&FullyQualifiedName!~PreCommit&FullyQualifiedName!~MSBuild";

    // The managed program is all that loads packs, and all whose system calls are told apart from those of what notes the calls.
    private const string WithTheProgram = AllButClients + "&FullyQualifiedName!~Tests.Packs.&FullyQualifiedName!~SystemCallTests";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fluxlint-native-");

    public void Dispose() => folder.Delete(recursive: true);

    [NativeFact]
    public void The_tests_of_the_command_pass_with_it()
    {
        var command = feed.Install(folder);
        var calls = Path.Combine(folder.FullName, "calls");
        var program = Path.Combine(folder.CreateSubdirectory("noting").FullName, "fluxlint");
        File.WriteAllText(program, $"#!/bin/sh\necho >> '{calls}'\nexec '{command}' \"$@\"\n");
        ToolRun.Of(folder.FullName, "chmod", "u+x", program).Succeeded();

        ToolRun.Of(folder.FullName, [(TestedProgram.Variable, program), ("FLUXLINT_BLESS", "")], "dotnet", "test", typeof(NativeProgramTests).Assembly.Location, "--filter", WithTheProgram).Succeeded();

        Assert.InRange(File.ReadAllLines(calls).Length, 200, int.MaxValue);
    }
}
