namespace FluxLint.Core.Tests.Kustomize.Plugins;

public class PluginCaseTests
{
    private const string Folder = "Plugins/Cases";

    public static TheoryData<string> Cases => BuildCase.Names(Folder);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gives_what_kustomize_gives(string name) => BuildCase.Read(Folder, name).Check();
}
