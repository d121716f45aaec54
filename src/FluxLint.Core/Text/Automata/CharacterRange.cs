namespace FluxLint.Text.Automata;

/// <summary>Code points that follow each other, both ends among them.</summary>
internal readonly record struct CharacterRange(int First, int Last);
