namespace Dockerlint.LanguageServer.Protocol;

/// <summary>How a file is made.</summary>
internal sealed record CreationOptions(bool? IgnoreIfExists);
