namespace FluxLint.Core.Tests.Kustomize.Metadata;

public class BuildMetadataCaseTests
{
    private const string Folder = "Metadata/Cases";

    public static TheoryData<string> Cases => BuildCase.Names(Folder);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gives_what_kustomize_gives(string name) => BuildCase.Read(Folder, name).Check();
}
