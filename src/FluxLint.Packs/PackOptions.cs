namespace FluxLint.Packs;

/// <summary>What a user allows packs.</summary>
internal sealed record PackOptions
{
    /// <summary>Why a pack is left out that is not allowed.</summary>
    public const string NotAllowed = "a pack is code, and nobody has allowed it: --allow-packs does, or FLUXLINT_ALLOW_PACKS in your own environment";

    /// <summary>Full path of the repository.</summary>
    public required string Root { get; init; }

    /// <summary>The folder that packages lie in, as NuGet lays them out.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether a pack may run.</summary>
    public required Func<string, bool> IsAllowed { get; init; }

    /// <summary>How long a pack may take to say what it has, and a rule for one look at one thing.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>The most memory that the process may hold while a rule of a pack is at work.</summary>
    public required long Bytes { get; init; }
}
