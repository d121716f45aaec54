using System.Collections.Immutable;
using FluxLint.Files;

namespace FluxLint.Fleet;

/// <summary>What source-controller leaves out of artifacts unless it is told otherwise, as <c>sourceignore.go</c> of fluxcd/pkg has it since 2021.</summary>
internal static class DefaultExclusions
{
    private const string Git = """
        .git/
        .gitignore
        .gitmodules
        .gitattributes
        """;

    private const string Others = """
        *.jpg
        *.jpeg
        *.gif
        *.png
        *.wmv
        *.flv
        *.tar.gz
        *.zip
        .github/
        .circleci/
        .travis.yml
        .gitlab-ci.yml
        appveyor.yml
        .drone.yml
        cloudbuild.yaml
        codeship-services.yml
        codeship-steps.yml
        **/.goreleaser.yml
        **/.sops.yaml
        **/.flux.yaml
        """;

    /// <summary>The patterns before those that users write: any pattern of theirs takes the place of all but those of Git.</summary>
    public static ImmutableArray<SourceIgnorePattern> Before(ImmutableArray<SourceIgnorePattern> own, string root) =>
        [.. SourceIgnorePattern.Read(Git, root), .. own.IsEmpty ? SourceIgnorePattern.Read(Others, root) : own];
}
