namespace FluxLint;

/// <summary>What a lint looked at and did: never a matter of time or threads.</summary>
internal sealed record LintStatistics
{
    /// <summary>Files below the root that are not ignored.</summary>
    public int Files { get; init; }

    /// <summary>YAML files that were parsed.</summary>
    public int FilesParsed { get; init; }

    /// <summary>UTF-16 code units in the parsed files.</summary>
    public long CharactersParsed { get; init; }

    /// <summary>Directories with a kustomization file.</summary>
    public int Kustomizations { get; init; }

    /// <summary>Entry points.</summary>
    public int Clusters { get; init; }

    /// <summary>What is not known of clusters, and so keeps rules silent about it, one a line.</summary>
    public string Unknowns { get; init; } = "";

    /// <summary>Flux objects that apply others (Kustomizations, FluxInstances and ResourceSets), counted in each cluster that has them.</summary>
    public int FluxObjects { get; init; }

    /// <summary>Distinct results of what those apply: clusters that ask for the same share one.</summary>
    public int Builds { get; init; }

    /// <summary>Layers of kustomizations that were built; after an edit, only those that it touches.</summary>
    public int DirectoriesRendered { get; init; }

    /// <summary>Distinct rendered resources that rules looked at.</summary>
    public int ResourcesAnalysed { get; init; }

    /// <summary>Things that rules looked at: files, renderings, resources, clusters, and the repository once a rule; after an edit, only those that it touches.</summary>
    public int Looks { get; init; }

    /// <summary>Rules that are switched on.</summary>
    public int RulesRun { get; init; }
}
