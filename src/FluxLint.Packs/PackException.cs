namespace FluxLint.Packs;

/// <summary>Something about packs that the user has to know: the message is a sentence without a full stop.</summary>
internal sealed class PackException(string message, Exception? inner = null) : Exception(message, inner);
