using FluxLint.CodeFixes;
using FluxLint.Core.Tests.Reporting;
using FluxLint.Diagnostics;
using FluxLint.Text;

namespace FluxLint.Core.Tests.CodeFixes;

public sealed class FixApplierTests
{
    private static readonly SourceText Source = SourceText.From("a.yaml", "0123456789");

    [Fact]
    public void The_first_of_two_in_each_others_way_is_made()
    {
        var first = Finding(new TextChange(Source, new(2, 3), "x"));
        var overlapping = Finding(new TextChange(Source, new(4, 2), "y"));
        var behind = Finding(new TextChange(Source, new(5, 1), "z"));

        Assert.Equal([first, behind], FixApplier.Select([first, overlapping, behind], FixSafety.Safe).AsEnumerable());
        Assert.Equal("01xz6789", Apply(first, behind));
    }

    [Fact]
    public void A_fix_waits_when_one_of_its_changes_does()
    {
        var first = Finding(new TextChange(Source, new(2, 3), "x"));
        var second = Finding(new TextChange(Source, new(8, 1), "y"), new TextChange(Source, new(3, 1), "z"));

        Assert.Equal([first], FixApplier.Select([first, second], FixSafety.Safe).AsEnumerable());
    }

    [Fact]
    public void The_same_change_is_made_once()
    {
        var change = new TextChange(Source, new(4, 0), "x");
        var both = FixApplier.Select([Finding(change), Finding(change, new TextChange(Source, new(9, 1), ""))], FixSafety.Safe);

        Assert.Equal(2, both.Length);
        Assert.Equal("0123x45678", Apply([.. both]));
    }

    [Fact]
    public void Two_fixes_do_not_put_something_in_at_one_place()
    {
        var first = Finding(new TextChange(Source, new(4, 0), "x"));

        Assert.Equal([first], FixApplier.Select([first, Finding(new TextChange(Source, new(4, 0), "y"))], FixSafety.Safe).AsEnumerable());
        Assert.Equal([first], FixApplier.Select([first, Finding(new TextChange(Source, new(4, 2), "y"))], FixSafety.Safe).AsEnumerable());
    }

    [Fact]
    public void One_fix_puts_several_things_in_at_one_place_in_its_order() =>
        Assert.Equal("0123xy456789", Apply([.. FixApplier.Select([Finding(new TextChange(Source, new(4, 0), "x"), new TextChange(Source, new(4, 0), "y"))], FixSafety.Safe)]));

    [Fact]
    public void Only_as_unsure_as_asked_for()
    {
        var finding = SampleResult.Finding(new Location(Source, new(0, 1))) with { Fix = CodeFix.Unsafe("Do it", new TextChange(Source, new(0, 1), "x")) };

        Assert.Empty(FixApplier.Select([finding], FixSafety.Safe).AsEnumerable());
        Assert.Equal([finding], FixApplier.Select([finding], FixSafety.Unsafe).AsEnumerable());
    }

    [Fact]
    public void Bytes_that_are_no_text_stay_as_they_are()
    {
        var broken = SourceText.Decode("a.yaml", [(byte)'a', 0xFF]);

        Assert.Empty(FixApplier.Select([Finding(new TextChange(broken, new(0, 1), "x"))], FixSafety.Safe).AsEnumerable());
    }

    [Fact]
    public void Encoding_and_byte_order_mark_stay()
    {
        var source = SourceText.Decode("a.yaml", [0xFE, 0xFF, 0, (byte)'a']);

        Assert.Equal([0xFE, 0xFF, 0, (byte)'b'], source.With([new(source, new(0, 1), "b")]).Encode().AsEnumerable());
    }

    private static Diagnostic Finding(params ReadOnlySpan<TextChange?> changes) =>
        SampleResult.Finding(new Location(Source, new(0, 1))) with { Fix = CodeFix.Safe("Do it", changes) };

    private static string Apply(params Diagnostic[] findings) => FixApplier.Apply(findings)["a.yaml"].Text;
}
