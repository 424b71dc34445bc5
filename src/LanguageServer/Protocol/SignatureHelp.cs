namespace Dockerlint.LanguageServer.Protocol;

/// <summary>The forms of an instruction, and which part is written now.</summary>
internal sealed record SignatureHelp(SignatureInformation[] Signatures, int ActiveSignature, int? ActiveParameter);
