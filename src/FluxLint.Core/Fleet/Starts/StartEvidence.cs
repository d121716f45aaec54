using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>Why a directory is taken for the start of a cluster.</summary>
/// <param name="Kind">What tells it.</param>
/// <param name="Sync">The path that names the directory; null where it is the directory itself that tells.</param>
internal sealed record StartEvidence(StartKind Kind, YamlScalar? Sync = null)
{
    /// <summary>Whether it is only a guess, so that what the cluster lacks may be brought by whatever applies it.</summary>
    public bool IsGuess => Kind == StartKind.Unapplied;

    /// <summary>The evidence in a few words.</summary>
    public string Words => Kind switch
    {
        StartKind.Configured => "configuration",
        StartKind.BootstrapSync => "gotk-sync.yaml",
        StartKind.Instance => "FluxInstance",
        StartKind.InstanceValues => "values of flux-instance",
        StartKind.AppliesItself => "applies itself",
        StartKind.Convention => "below clusters/",
        StartKind.RepositoryRoot => "root of the repository",
        _ => "a guess: nothing applies it",
    };
}
