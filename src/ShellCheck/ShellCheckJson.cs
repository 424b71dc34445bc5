using System.Text.Json.Serialization;

namespace Dockerlint.ShellCheck;

/// <summary>The JSON types, for native builds.</summary>
[JsonSerializable(typeof(ShellCheckOutput))]
internal sealed partial class ShellCheckJson : JsonSerializerContext;
