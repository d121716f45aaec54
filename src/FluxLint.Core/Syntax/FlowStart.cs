namespace FluxLint.Syntax;

/// <summary>The bracket that opens a flow collection.</summary>
internal sealed record FlowStart(int Offset, char Bracket);
