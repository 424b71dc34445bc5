using System.Collections.Immutable;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Commands;

/// <summary>Where a command stands: what is in force before its first word.</summary>
internal sealed record Scene(MappedText Text, SimpleCommand? Command)
{
    internal ShellScript? Tree { get; init; }

    internal string? Folder { get; init; } = "";

    internal ImmutableArray<EnvironmentSetting> Environment { get; init; } = [];

    internal bool HasEmptyEnvironment { get; init; }

    internal bool IsConditional { get; init; }

    internal Invocation? Parent { get; init; }

    internal ImmutableArray<Invocation> Wrappers { get; init; } = [];
}
