namespace Dockerlint.LanguageServer.Protocol;

/// <summary>A document that is opened.</summary>
internal sealed record DocumentText(string Uri, string LanguageId, int Version, string Text);
