namespace FluxLint.Text.Automata;

/// <summary>Code points that follow each other, both ends among them.</summary>
internal sealed record CharacterRange(int First, int Last);
