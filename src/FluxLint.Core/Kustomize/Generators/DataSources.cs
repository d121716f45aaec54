using FluxLint.Files;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Generators;

/// <summary>Reads what a generator entry takes its data from: <c>envs</c> and <c>env</c>, <c>files</c>, <c>literals</c>.</summary>
internal sealed class DataSources(Layer layer, YamlMapping entry)
{
    public IEnumerable<DataItem> Read()
    {
        IEnumerable<YamlScalar> environments = layer.Texts(entry, "envs");
        if (layer.NonEmptyText(entry, "env") is { } single)
            environments = environments.Append(single);
        return [.. environments.SelectMany(ReadEnvironment), .. layer.Texts(entry, "literals").SelectMany(ReadLiteral), .. layer.Texts(entry, "files").SelectMany(ReadFile)];
    }

    private IEnumerable<DataItem> ReadLiteral(YamlScalar item)
    {
        var literal = item.TextOrEmpty();
        var equals = literal.IndexOf('=');
        if (equals <= 0)
        {
            layer.Report(BuildProblemKind.Refused, item, $"the literal '{literal}' must have the form key=value");
            return [];
        }
        var value = literal[(equals + 1)..];
        if (value is ['"', .., '"'] or ['\'', .., '\''])
            value = value[1..^1];
        return [new(literal[..equals], DataContent.Of(value), item)];
    }

    private IEnumerable<DataItem> ReadFile(YamlScalar item)
    {
        var source = item.TextOrEmpty();
        var equals = source.IndexOf('=');
        if (equals == 0 || equals == source.Length - 1 || source.IndexOf('=', equals + 1) >= 0 && equals >= 0)
        {
            layer.Report(BuildProblemKind.Refused, item, $"'{source}' must have the form path or key=path");
            return [];
        }
        var path = source[(equals + 1)..];
        return ReadBytes(item, path) is { } bytes
            ? [new(equals < 0 ? RepositoryPath.FileName(path.TrimEnd('/')) : source[..equals], DataContent.Of(bytes), item)]
            : [];
    }

    private IEnumerable<DataItem> ReadEnvironment(YamlScalar item)
    {
        if (ReadBytes(item, item.TextOrEmpty()) is not { } bytes)
            yield break;
        foreach (var (key, value) in EnvironmentFile.Read(bytes, error => layer.Report(BuildProblemKind.Refused, item, $"'{item.Value}' {error}")))
        {
            if (value is null)
                layer.Report(BuildProblemKind.RenderGap, item, $"'{item.Value}' takes '{key}' from the environment that kustomize runs in");
            yield return new(key, DataContent.Of(value ?? ""), item);
        }
    }

    /// <summary>The content of a file; null when it cannot be had, which the references of the kustomization tell.</summary>
    private byte[]? ReadBytes(YamlScalar item, string written)
    {
        if (layer.IsOverLimit)
            return null;
        if (written.StartsWith("https://", StringComparison.Ordinal) || written.StartsWith("http://", StringComparison.Ordinal))
        {
            layer.MayLack(GapKinds.Data);
            return null;
        }
        if (RepositoryPath.Combine(layer.Kustomization.Directory, written) is not { } path)
        {
            layer.MayLack(GapKinds.Data);
            return null;
        }
        if (layer.Repository.Bytes(path) is { } bytes)
        {
            layer.Files.Add(path);
            return layer.TakesData(bytes.Length, item) ? bytes : null;
        }
        if (layer.Repository.DirectoryExists(path))
            layer.Report(BuildProblemKind.Refused, item, $"'{written}' is a directory, and data must come from a file");
        else
            layer.MayLack(GapKinds.Data);
        return null;
    }
}
