namespace Dockerlint.LanguageServer.Symbols;

/// <summary>What a name stands for.</summary>
internal enum SymbolKind
{
    /// <summary>A stage.</summary>
    Stage,

    /// <summary>An ARG or ENV.</summary>
    Variable,
}
