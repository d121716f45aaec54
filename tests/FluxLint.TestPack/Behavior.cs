namespace FluxLint.TestPack;

/// <summary>How the pack misbehaves. Tests write another text in its place when they make a package of it.</summary>
internal static class Behavior
{
    private static string Text => "none";

    /// <summary>Misbehaves, if it is the moment to.</summary>
    public static void At(string moment)
    {
        if (Text == $"throws in {moment}")
            throw new InvalidOperationException("no");
        if (Text == $"hangs in {moment}")
            Thread.Sleep(Timeout.Infinite);
        if (Text == $"cancels in {moment}")
            throw new OperationCanceledException();
        if (Text == $"allocates in {moment}")
            Allocate();
    }

    /// <summary>Whether it has some other peculiarity.</summary>
    public static bool Is(string text) => Text == text;

    private static void Allocate()
    {
        var held = new List<byte[]>();
        while (true)
        {
            var block = new byte[1 << 20];
            block.AsSpan().Fill(1);
            held.Add(block);
            // The runtime ends a process that is at its limit with no word of ours, so whoever watches must get a turn before.
            Thread.Sleep(2);
        }
    }
}
