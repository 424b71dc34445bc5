using System.Collections.Immutable;

namespace Dockerlint.Linting.Config;

/// <summary>One setting of <c>dockerlint verify</c>.</summary>
/// <param name="Name">Its key, which is the name of the option for all but expect and accept.</param>
/// <param name="Values">Its values as written; empty for expect and accept.</param>
/// <param name="Node">Where it stands.</param>
public sealed record VerifySetting(string Name, ImmutableArray<string> Values, ConfigNode Node);
