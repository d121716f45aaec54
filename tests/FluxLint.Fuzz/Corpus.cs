using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using FluxLint.Testing;

namespace FluxLint.Fuzz;

/// <summary>Real input to start from: the cases of the rules, what kustomizations are tested with, and the reference fleet.</summary>
public sealed class Corpus
{
    private static readonly string[] Folders =
    [
        "FluxLint.Rules.Tests/Cases",
        "FluxLint.Core.Tests/Kustomize/Conformance/Cases",
        "FluxLint.Core.Tests/Kustomize/Generators/Cases",
        "FluxLint.Core.Tests/Kustomize/Metadata/Cases",
        "FluxLint.Core.Tests/Kustomize/OpenApi/Cases",
        "FluxLint.Core.Tests/Kustomize/Plugins/Cases",
        "FluxLint.Core.Tests/Kustomize/Transformers/Cases",
    ];

    private Corpus(ImmutableArray<ImmutableDictionary<string, string>> repositories)
    {
        Repositories = repositories;
        Lines = [.. repositories.SelectMany(files => files.Values).SelectMany(text => text.Split('\n')).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Small repositories: the text of each file by its path.</summary>
    public ImmutableArray<ImmutableDictionary<string, string>> Repositories { get; }

    /// <summary>Every line that is in one of them.</summary>
    public ImmutableArray<string> Lines { get; }

    /// <summary>Reads what lies beside this project.</summary>
    public static Corpus Load()
    {
        var tests = Tests();
        var entries = Folders.SelectMany(folder => CasesIn(Path.Combine(tests, folder))).Append(Path.Combine(tests, "Fleet"));
        return new([.. entries.Order(StringComparer.Ordinal).Select(Read).Where(files => !files.IsEmpty)]);
    }

    // A folder of folders holds cases, a folder of files is one.
    private static IEnumerable<string> CasesIn(string folder) => Directory.EnumerateFileSystemEntries(folder).SelectMany(entry =>
        Directory.Exists(entry) ? Directory.EnumerateFileSystemEntries(entry) : [entry]);

    private static ImmutableDictionary<string, string> Read(string entry)
    {
        var repository = CaseRepository.Load(entry);
        return repository.Files.ToImmutableDictionary(file => file.Path, file => Encoding.UTF8.GetString(repository.FileSystem.ReadAllBytes(file.Path)), StringComparer.Ordinal);
    }

    private static string Tests([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file) ?? "", ".."));
}
