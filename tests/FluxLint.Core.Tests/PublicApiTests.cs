using System.Reflection;
using System.Runtime.CompilerServices;
using FluxLint.Testing;
using PublicApiGenerator;

namespace FluxLint.Core.Tests;

/// <summary>What packs can build on. A change of it is a promise, made or broken, and is read as a diff of the approved files.</summary>
public sealed class PublicApiTests
{
    private const int MostTypes = 183;

    [Theory]
    [InlineData(typeof(Linter), "PublicApi.approved.txt")]
    [InlineData(typeof(Blessing), "PublicApi.Testing.approved.txt")]
    public void The_public_api_is_the_approved_one(Type member, string file)
    {
        var path = PathOf(file);
        var actual = member.Assembly.GeneratePublicApi(new() { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n") + "\n";
        if (Blessing.IsOn)
            File.WriteAllText(path, actual);

        Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : "", actual);
    }

    [Fact]
    public void The_library_stays_small_enough_to_learn() =>
        Assert.InRange(typeof(Linter).Assembly.GetExportedTypes().Length, 1, MostTypes);

    [Fact]
    public void The_built_in_rules_see_no_more_of_the_library_than_another_pack() =>
        Assert.DoesNotContain(
            typeof(Linter).Assembly.GetCustomAttributes<InternalsVisibleToAttribute>(),
            friend => friend.AssemblyName is "FluxLint.Rules" or "FluxLint.Testing");

    private static string PathOf(string file, [CallerFilePath] string test = "") => Path.Combine(Path.GetDirectoryName(test) ?? "", file);
}
