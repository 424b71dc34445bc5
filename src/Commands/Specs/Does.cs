using System.Collections.Immutable;

namespace Dockerlint.Commands;

/// <summary>The words that specifications are written in.</summary>
internal static class Does
{
    internal static EffectSpec Network { get; } = new(EffectKind.Network);

    internal static EffectSpec Context { get; } = new(EffectKind.Context);

    internal static EffectSpec Compiles { get; } = new(EffectKind.Compiles);

    internal static EffectSpec Asks { get; } = new(EffectKind.Asks);

    internal static EffectSpec Prints { get; } = new(EffectKind.Prints);

    internal static EffectSpec Reads { get; } = new(EffectKind.Reads);

    internal static EffectSpec Writes { get; } = new(EffectKind.Writes);

    internal static EffectSpec Unpacks { get; } = new(EffectKind.Unpacks);

    internal static EffectSpec Updates { get; } = new(EffectKind.Updates);

    internal static EffectSpec UpdatesSystem { get; } =
        new EffectSpec(EffectKind.Updates) { Packages = PackageKind.System }.WithoutOperands();

    internal static EffectSpec Deletes { get; } = new(EffectKind.Deletes);

    internal static EffectSpec Checks { get; } = new(EffectKind.Checks);

    internal static EffectSpec Tests { get; } = new(EffectKind.Tests);

    internal static EffectSpec Sends { get; } = new(EffectKind.Sends);

    internal static EffectSpec SetsConfig { get; } = new(EffectKind.SetsConfig);

    internal static EffectSpec RunsScript { get; } = new(EffectKind.RunsScript);

    internal static EffectSpec Service { get; } = new(EffectKind.Service);

    internal static EffectSpec AddsSource { get; } = new(EffectKind.AddsSource);

    internal static EffectSpec CreatesUser { get; } = new(EffectKind.CreatesUser);

    internal static EffectSpec CreatesGroup { get; } = new(EffectKind.CreatesGroup);

    internal static EffectSpec ChangesUser { get; } = new(EffectKind.ChangesUser);

    internal static EffectSpec Fetches { get; } = new(EffectKind.Fetches);

    internal static EffectSpec CleansCache { get; } = new(EffectKind.CleansCache);

    internal static EffectSpec Installs(PackageKind packages, PackageSyntax syntax = PackageSyntax.Plain) =>
        new(EffectKind.Installs) { Packages = packages, Syntax = syntax };

    internal static EffectSpec Removes(PackageKind packages, PackageSyntax syntax = PackageSyntax.Plain) =>
        new(EffectKind.Removes) { Packages = packages, Syntax = syntax, Operands = OperandRange.All };

    internal static EffectSpec RefreshesIndex(string folder) => new(EffectKind.RefreshesIndex) { Paths = [folder] };

    internal static VerbSpec Verb(string names, string options = "", params ImmutableArray<EffectSpec> effects) => new(names, options,
        effects);

    internal static VerbSpec Verb(string names, params ImmutableArray<EffectSpec> effects) => new(names, "", effects);

    /// <summary>The words behind the options and so many operands are a command.</summary>
    internal static RunsSpec RunsWords(int skip = 0) => new(RunsKind.Words) { Skip = skip };

    /// <summary>The value of one of the options is a script.</summary>
    internal static RunsSpec RunsTextOf(string options) => new(RunsKind.ShellText)
    {
        Options = Notation.Names(options),
        IsOptionValue = true
    };

    /// <summary>Keeps the first of the specifications that threads make at a time, so that one tool is one object.</summary>
    internal static ToolSpec Keep(ref ToolSpec? place, ToolSpec made) => Interlocked.CompareExchange(ref place, made, null) ?? made;
}
