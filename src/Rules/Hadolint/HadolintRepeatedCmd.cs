using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL4003 of hadolint.</summary>
public sealed class HadolintRepeatedCmd() : HadolintRepeated<CmdInstruction>(new RepeatedCmd());
