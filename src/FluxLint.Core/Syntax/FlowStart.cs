namespace FluxLint.Syntax;

/// <summary>The bracket that opens a flow collection.</summary>
internal readonly record struct FlowStart(int Offset, char Bracket);
