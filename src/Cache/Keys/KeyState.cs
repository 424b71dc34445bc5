using System.Collections.Immutable;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Cache;

/// <summary>
/// What is in force before an instruction, as far as keys depend on it. Values of a base image that are not known are
/// <see cref="Unknown"/> texts: they are equal where the base image is, which every key on top of it depends on anyway.
/// </summary>
internal sealed record KeyState
{
    internal static ImmutableArray<string> DefaultShell { get; } = ["/bin/sh", "-c"];

    /// <summary>BuildKit: ENV and ARG, each where it was last set. Classic: ENV only.</summary>
    internal ImmutableList<KeyVariable> Variables { get; init; } = [];

    /// <summary>Classic only: the ARGs of the stage that have a value.</summary>
    internal ImmutableSortedDictionary<string, KeyVariable> Arguments { get; init; } =
        ImmutableSortedDictionary.Create<string, KeyVariable>(StringComparer.Ordinal);

    internal string User { get; init; } = "";

    internal int? UserLine { get; init; }

    internal string WorkingDirectory { get; init; } = "/";

    internal int? WorkingDirectoryLine { get; init; }

    internal ImmutableArray<string> Shell { get; init; } = DefaultShell;

    internal int? ShellLine { get; init; }

    internal ImmutableList<InstructionSyntax> Triggers { get; init; } = [];

    /// <summary>The platform of the stage, which its commands run on.</summary>
    internal TargetPlatform Platform { get; init; } = TargetPlatform.Default;

    /// <summary>Whether the base image may set variables that nobody knows.</summary>
    internal bool HasUnknownBase { get; init; }

    internal KeyState With(KeyVariable variable) => this with
    {
        Variables = Variables.RemoveAll(existing => existing.Name == variable.Name).Add(variable),
    };

    /// <summary>What is known of a variable.</summary>
    internal VariableValue Lookup(string name)
    {
        var variable = Variables.FindLast(candidate => candidate.Name == name) ?? Arguments.GetValueOrDefault(name);
        return variable is not null ? VariableValue.Of(variable.Value)
            : HasUnknownBase ? VariableValue.Of(Unknown(name))
            : VariableValue.Unset;
    }

    /// <summary>A text that stands for something of a base image that is not known.</summary>
    internal static string Unknown(string what) => $"⟨{what} of the base image⟩";

    /// <summary>Whether a text depends on such a value.</summary>
    internal static bool IsUnknown(string text) => text.Contains('⟨', StringComparison.Ordinal);
}
