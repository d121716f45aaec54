using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FluxLint.Benchmarks;

/// <summary>Writes fleets of any size in the shape of the reference fleet: what clusters share as it is, and as many production clusters as asked for.</summary>
internal static class FleetGenerator
{
    private static readonly (string Region, string Code)[] Regions = [("prod-region-1", "weu"), ("prod-region-2", "eus"), ("prod-region-3", "sea")];

    /// <summary>Writes a fleet into a new directory and gives the number of files.</summary>
    public static int Write(int clusters, string directory)
    {
        if (Directory.Exists(directory))
            throw new IOException($"'{directory}' exists");
        var files = Directory.GetFiles(ReferenceFleet.Directory, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(ReferenceFleet.Directory, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("clusters/prod-region-", StringComparison.Ordinal))
            .ToDictionary(file => file, file => File.ReadAllText(Path.Combine(ReferenceFleet.Directory, file)));
        for (var i = 0; i < clusters; i++)
            AddCluster(files, i);
        foreach (var (path, text) in files)
        {
            var full = Path.Combine(directory, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full) ?? directory);
            File.WriteAllText(full, text);
        }
        return files.Count;
    }

    private static void AddCluster(Dictionary<string, string> files, int index)
    {
        var (region, code) = Regions[index % Regions.Length];
        var model = Path.Combine(ReferenceFleet.Directory, "clusters", region, $"{code}-01");
        var name = string.Create(CultureInfo.InvariantCulture, $"{code}-{index / Regions.Length + 1:D2}");
        foreach (var file in Directory.GetFiles(model))
        {
            var text = File.ReadAllText(file);
            var identity = text.Split('\n').FirstOrDefault(line => line.Contains("dns_identity:", StringComparison.Ordinal))?.Split(": ")[1].Trim();
            text = text.Replace($"{code}-01", name, StringComparison.Ordinal);
            if (identity is not null)
                text = text.Replace(identity, IdentityOf(name), StringComparison.Ordinal);
            files[$"clusters/{region}/{name}/{Path.GetFileName(file)}"] = text;
        }
    }

    private static string IdentityOf(string name) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString();
}
