using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3012 of hadolint.</summary>
internal sealed class HadolintRepeatedHealthcheck() : HadolintRepeated<HealthcheckInstruction>(new RepeatedHealthcheck());
