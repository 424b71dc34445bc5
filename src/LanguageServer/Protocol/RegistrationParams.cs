namespace Dockerlint.LanguageServer.Protocol;

/// <summary>What the server wants to be told.</summary>
internal sealed record RegistrationParams(Registration[] Registrations);
