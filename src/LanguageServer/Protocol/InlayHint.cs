namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A remark within a line.</summary>
internal sealed record InlayHint(Position Position, string Label, int? Kind, MarkupContent? Tooltip, bool? PaddingLeft);
