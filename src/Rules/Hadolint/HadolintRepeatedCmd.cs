using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL4003 of hadolint.</summary>
internal sealed class HadolintRepeatedCmd() : HadolintRepeated<CmdInstruction>(new RepeatedCmd());
