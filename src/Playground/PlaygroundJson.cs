using System.Text.Json.Serialization;

namespace Dockerlint.Playground;

/// <summary>How questions and answers are written; made by the compiler, since nothing of it may need reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(Refusal))]
[JsonSerializable(typeof(LintAnswer))]
[JsonSerializable(typeof(ChangeAnswer))]
[JsonSerializable(typeof(VariablesAnswer))]
[JsonSerializable(typeof(TreeAnswer))]
[JsonSerializable(typeof(SimulationAnswer))]
internal sealed partial class PlaygroundJson : JsonSerializerContext;
