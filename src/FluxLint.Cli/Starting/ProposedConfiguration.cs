using System.Collections.Immutable;
using System.Globalization;
using FluxLint.Cli.Terminal;
using FluxLint.Fleet;
using FluxLint.Reporting;
using FluxLint.Semantics;

namespace FluxLint.Cli.Starting;

/// <summary>A fluxlint.yaml as a repository could have it, with comments that say what is found and what may be added.</summary>
internal sealed record ProposedConfiguration(ImmutableArray<ProposedClass> Classes, ImmutableArray<string> Guessed, ImmutableArray<ProposedNamespace> Namespaces, ImmutableArray<string> Missing, string? FluxVersion)
{
    /// <summary>The configuration of a repository that has none.</summary>
    public static ProposedConfiguration Of(Compilation compilation)
    {
        var fleet = compilation.Fleet;
        ImmutableArray<Cluster> certain = [.. fleet.Clusters.Where(cluster => !cluster.IsGuessed)];
        ImmutableArray<string> guessed = [.. fleet.Clusters.IsEmpty ? fleet.LikelyStarts : fleet.Clusters.Where(cluster => cluster.IsGuessed).Select(cluster => cluster.Directory)];
        var versions = fleet.Clusters.Select(cluster => cluster.Release?.Version).OfType<Version>().Distinct().ToList();
        return new(
            new ClassProposal(compilation.Repository, certain).Find(),
            guessed,
            NamespaceProposal.Of(fleet),
            MissingNamespaces.Of(compilation),
            versions is [var only] ? only.ToString(2) : null);
    }

    /// <summary>The text of the file.</summary>
    public string Text()
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        writer.WriteLine($"# yaml-language-server: $schema={ConfigurationSchema.Address}");
        writer.WriteLine("# The policy of this repository, as it is today. 'fluxlint config show' lists all settings that hold.");
        writer.WriteLine("preset: recommended               # strict makes warnings errors; all runs every rule");
        writer.WriteLine();
        writer.WriteLine(FluxVersion is null ? "# The Flux that clusters run, where manifests do not tell:" : $"# The manifests tell of Flux {FluxVersion}. Where they do not:");
        writer.WriteLine($"# flux: {{ version: \"{FluxVersion ?? "2.8"}\" }}");
        writer.WriteLine("# The Kubernetes that clusters run, by which removed APIs are known:");
        writer.WriteLine("# kubernetes: { version: \"1.33\" }");
        WriteClasses(writer);
        WriteNamespaces(writer);
        if (!Missing.IsEmpty)
        {
            writer.WriteLine();
            writer.WriteLine("# Namespaces that are used, and that nothing here makes. If they come from elsewhere, this says so,");
            writer.WriteLine("# and each that is in neither place is then reported:");
            writer.WriteLine("# provides:");
            writer.WriteLine($"#   namespaces: [{string.Join(", ", Missing.Select(SuggestedClasses.Quoted))}]");
        }
        return writer.ToString();
    }

    private void WriteClasses(StringWriter writer)
    {
        writer.WriteLine();
        if (Classes.IsEmpty && Guessed.IsEmpty)
        {
            writer.WriteLine("# No cluster is found. A class names the directories that clusters start from:");
            writer.WriteLine("# clusters:");
            writer.WriteLine("#   - class: production");
            writer.WriteLine("#     paths: [clusters/production/*]");
            return;
        }
        if (!Classes.IsEmpty)
        {
            writer.WriteLine("# Of several classes that claim a cluster, the first counts. 'promotesTo: CLASS' says which takes over what has proved itself.");
            SuggestedClasses.Write(Classes, writer);
        }
        if (!Guessed.IsEmpty)
        {
            writer.WriteLine("# Clusters may start here, too. A class makes sure of it, and then what they lack is reported:");
            foreach (var directory in Guessed)
                writer.WriteLine($"#   {SuggestedClasses.Quoted(directory.Length == 0 ? "." : directory)}");
        }
    }

    private void WriteNamespaces(StringWriter writer)
    {
        if (Namespaces.IsEmpty)
            return;
        writer.WriteLine();
        writer.WriteLine("# Where Helm releases land; the first entry that matches decides.");
        writer.WriteLine("namespaces:");
        foreach (var entry in Namespaces)
        {
            writer.WriteLine($"  - {entry.Key}: [{SuggestedClasses.Quoted(entry.Pattern)}]");
            if (entry.Key == "paths")
                writer.WriteLine("    kinds: [HelmRelease]");
            writer.WriteLine($"    namespace: {entry.Namespace}");
        }
    }
}
