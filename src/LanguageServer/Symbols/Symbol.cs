namespace Dockerlint.LanguageServer.Symbols;

/// <summary>Something that has a name.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name as it is written first.</param>
/// <param name="Place">The stage; of a variable the first of the stages that share it, -1 for those above all stages.</param>
internal sealed record Symbol(SymbolKind Kind, string Name, int Place);
