using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL4004 of hadolint.</summary>
internal sealed class HadolintRepeatedEntrypoint() : HadolintRepeated<EntrypointInstruction>(new RepeatedEntrypoint());
