using System.Globalization;
using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Patching;

/// <summary>One operation of a JSON 6902 patch at work on a resource.</summary>
internal sealed class JsonPatchStep(JsonPatchOperation operation, Location cause)
{
    /// <summary>Why the operation does not apply.</summary>
    public PatchProblem? Problem { get; private set; }

    /// <summary>The patched document; the document as it is when there is a problem.</summary>
    public YamlMapping Apply(YamlMapping document)
    {
        var path = operation.Path;
        switch (operation.Kind)
        {
            case JsonPatchKind.Add:
                return Put(document, path, Value(), isInsert: true);
            case JsonPatchKind.Remove:
                return Remove(document, path);
            case JsonPatchKind.Replace when path.Text == "":
                return Value() is YamlMapping whole && !YamlNode.DataEquals(whole, document) ? whole.WithDerivation(new(ProvenanceStep.Patch, cause, document)) : document;
            case JsonPatchKind.Replace:
                return Put(document, path, Value(), isInsert: false);
            case JsonPatchKind.Test:
                Test(document);
                return document;
            case JsonPatchKind.Move when operation.From is { } from:
                var moved = Get(document, from);
                return moved is null ? Missing(document, from) : Put(Remove(document, from), path, Carried(moved), isInsert: true);
            case JsonPatchKind.Copy when operation.From is { } from:
                return Put(document, path, Get(document, from) is { } copied ? Carried(copied) : Null().WithDerivation(new(ProvenanceStep.Patch, cause, null)), isInsert: true);
            default:
                return document;
        }
    }

    private YamlNode Value() => operation.Value ?? Null();

    private YamlScalar Null() => YamlScalar.Create("null", operation.Node.Location, isText: false);

    private void Test(YamlMapping document)
    {
        var found = operation.Path.Text == "" ? document : Get(document, operation.Path);
        if (Problem is null && !YamlNode.DataEquals(found ?? Null(), Value()))
            Fail(operation.Path, $"the 'test' of '{operation.Path.Text}' fails, because the resource has {Difference(found, Value())}");
    }

    /// <summary>The value at a path; null for a field that its mapping does not have.</summary>
    private YamlNode? Get(YamlMapping document, JsonPointer pointer)
    {
        YamlNode? found = null;
        Edit(document, pointer, container =>
        {
            found = container is YamlMapping mapping ? mapping[pointer.Steps[^1]] : At((YamlSequence)container, pointer, isInsert: false) is { } index ? ((YamlSequence)container).Items[index] : null;
            return container;
        });
        return found;
    }

    private YamlMapping Put(YamlMapping document, JsonPointer pointer, YamlNode value, bool isInsert) => Edit(document, pointer, container =>
    {
        var name = pointer.Steps[^1];
        if (container is YamlMapping mapping)
        {
            var stood = mapping[name];
            return stood is not null && YamlNode.DataEquals(stood, value)
                ? mapping
                : mapping.With(name, Derive(value, stood), YamlScalar.Create(name, pointer.Node.Location));
        }
        var sequence = (YamlSequence)container;
        if (At(sequence, pointer, isInsert) is not { } index)
            return sequence;
        if (isInsert)
            return sequence.WithItems(sequence.Items.Insert(index, Derive(value, null)));
        return YamlNode.DataEquals(sequence.Items[index], value) ? sequence : sequence.WithItems(sequence.Items.SetItem(index, Derive(value, sequence.Items[index])));
    });

    // What is moved or copied keeps its own history, and not that of what stood in its new place.
    private YamlNode Derive(YamlNode value, YamlNode? replaced) =>
        operation.Kind is JsonPatchKind.Move or JsonPatchKind.Copy ? value : value.WithDerivation(new(ProvenanceStep.Patch, cause, replaced));

    private YamlNode Carried(YamlNode value) => value.WithDerivation(new(ProvenanceStep.Patch, cause, value));

    private YamlMapping Remove(YamlMapping document, JsonPointer pointer) => Edit(document, pointer, container =>
    {
        var name = pointer.Steps[^1];
        if (container is YamlMapping mapping)
            return mapping.Contains(name) ? mapping.Without(name) : Missing(mapping, pointer);
        var sequence = (YamlSequence)container;
        return At(sequence, pointer, isInsert: false) is { } index ? sequence.WithItems(sequence.Items.RemoveAt(index)) : sequence;
    });

    /// <summary>Changes the mapping or list that the last step of a path is in, and what is above it.</summary>
    private YamlMapping Edit(YamlMapping document, JsonPointer pointer, Func<YamlNode, YamlNode> change)
    {
        if (Problem is not null)
            return document;
        if (pointer.Steps.IsEmpty)
        {
            Fail(pointer, $"'{operation.Name}' cannot act on '{pointer.Text}', which names no field of the resource");
            return document;
        }
        return (YamlMapping)Edit(document, pointer, 0, change);
    }

    private YamlNode Edit(YamlNode node, JsonPointer pointer, int depth, Func<YamlNode, YamlNode> change)
    {
        if (depth == pointer.Steps.Length - 1 && node is YamlMapping or YamlSequence)
            return change(node);
        var step = pointer.Steps[depth];
        switch (node)
        {
            case YamlMapping mapping when depth < pointer.Steps.Length - 1 && mapping[step] is { } value:
                var edited = Edit(value, pointer, depth + 1, change);
                return ReferenceEquals(edited, value) ? mapping : mapping.With(step, edited);
            case YamlSequence sequence when depth < pointer.Steps.Length - 1 && Index(step, sequence.Items.Length) is { } index:
                var item = Edit(sequence.Items[index], pointer, depth + 1, change);
                return ReferenceEquals(item, sequence.Items[index]) ? sequence : sequence.WithItems(sequence.Items.SetItem(index, item));
            case YamlMapping or YamlSequence:
                Fail(pointer, $"'{operation.Name}' of '{pointer.Text}' finds no '/{string.Join('/', pointer.Steps.Take(depth + 1))}' in the resource");
                return node;
            default:
                Fail(pointer, $"'{operation.Name}' of '{pointer.Text}' finds {Describe(node)} at '/{string.Join('/', pointer.Steps.Take(depth))}', which has no fields");
                return node;
        }
    }

    private int? At(YamlSequence sequence, JsonPointer pointer, bool isInsert)
    {
        var step = pointer.Steps[^1];
        var count = sequence.Items.Length;
        if (isInsert && step == "-")
            return count;
        if (Index(step, isInsert ? count + 1 : count) is { } index)
            return index;
        Fail(pointer, $"'{operation.Name}' of '{pointer.Text}' finds no '{step}' in a list of {count}");
        return null;
    }

    /// <summary>An index, of which a negative one counts from the end.</summary>
    private static int? Index(string step, int count) =>
        int.TryParse(step, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index) && index < count && index >= -count
            ? index < 0 ? index + count : index
            : null;

    private T Missing<T>(T node, JsonPointer pointer)
    {
        Fail(pointer, $"'{operation.Name}' finds no '{pointer.Text}' in the resource");
        return node;
    }

    private void Fail(JsonPointer pointer, string message) => Problem ??= new(pointer.Node, message);

    private static string Difference(YamlNode? found, YamlNode expected) => (Describe(found), Describe(expected)) switch
    {
        ("a list", "a list") => "another list there",
        ("a mapping", "a mapping") => "another mapping there",
        var (has, wants) when has == wants => $"{has} there and not the {(expected is YamlScalar { Kind: ScalarKind.String } ? "text" : "value")} {wants}",
        var (has, wants) => $"{has} there and not {wants}",
    };

    private static string Describe(YamlNode? node) => node switch
    {
        null => "nothing",
        YamlScalar scalar => $"'{scalar.CanonicalValue}'",
        YamlSequence => "a list",
        _ => "a mapping",
    };
}
