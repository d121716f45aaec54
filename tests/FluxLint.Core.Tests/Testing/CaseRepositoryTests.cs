using FluxLint.Testing;

namespace FluxLint.Core.Tests.Testing;

/// <summary>A text with several files in it.</summary>
public sealed class CaseRepositoryTests
{
    [Theory]
    [InlineData("# file: a.yaml\na: 1\n# file: b.yaml\n# file: a.yaml\na: 2\n", "case.yaml: line 4: the file 'a.yaml' is there already")]
    [InlineData("# file: a\n# file: a/b\n", "'a/b' cannot be a file of this case: ")]
    [InlineData("# file: ../a\n", "'../a' cannot be a file of this case: ")]
    [InlineData("# file: \n", "'' cannot be a file of this case: ")]
    public void File_that_cannot_be_there_is_told(string text, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<FormatException>(() => CaseRepository.Parse("case.yaml", text)).Message, StringComparison.Ordinal);
}
