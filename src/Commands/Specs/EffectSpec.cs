using System.Collections.Immutable;

namespace Dockerlint.Commands;

/// <summary>Something that a command does, and on what that depends.</summary>
/// <param name="Kind">What it does.</param>
public sealed record EffectSpec(EffectKind Kind)
{
    /// <summary>Whose packages.</summary>
    public PackageKind Packages { get; init; }

    /// <summary>How operands name packages.</summary>
    public PackageSyntax Syntax { get; init; }

    /// <summary>The operands it is done to.</summary>
    public OperandRange Operands { get; init; }

    /// <summary>Options whose values it is done to.</summary>
    public ImmutableArray<string> OptionValues { get; init; } = [];

    /// <summary>Files, folders or addresses it always concerns.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>Options of which one has to be there; empty when none has to.</summary>
    public ImmutableArray<string> If { get; init; } = [];

    /// <summary>Further options of which one has to be there too; empty when none has to.</summary>
    public ImmutableArray<string> AlsoIf { get; init; } = [];

    /// <summary>Options of which none may be there.</summary>
    public ImmutableArray<string> Unless { get; init; } = [];

    /// <summary>Whether there have to be operands.</summary>
    public OperandCondition When { get; init; }

    /// <summary>Operands of which one has to be there; empty when none has to. One that ends in a star says how it begins.</summary>
    public ImmutableArray<string> IfOperand { get; init; } = [];

    /// <summary>Whether what it does depends on what it finds.</summary>
    public bool IsConditional { get; init; }

    /// <summary>The files that name what is installed when no option does, as patterns relative to the folder of the project.</summary>
    public ImmutableArray<string> Manifests { get; init; } = [];

    /// <summary>The file that holds the versions; null when there is no such thing.</summary>
    public string? LockFile { get; init; }

    /// <summary>Whether it fails where there is no lock file.</summary>
    public bool NeedsLockFile { get; init; }

    /// <summary>Other names that the lock file may have.</summary>
    public ImmutableArray<string> OtherLockFiles { get; init; } = [];

    /// <summary>Whether the lock file is held to without being told.</summary>
    public bool IsLocked { get; init; }

    /// <summary>
    /// How it leaves out what is for development only; null when it always does, there is no such thing, or nobody knows.
    /// </summary>
    public DevelopmentSpec? Development { get; init; }

    /// <summary>How it is held to the lock file; null when it always is, or nobody knows.</summary>
    public LockSpec? Lock { get; init; }

    /// <summary>It is done to all operands.</summary>
    public EffectSpec Of(OperandRange operands = OperandRange.All) => this with { Operands = operands };

    /// <summary>It is done to the values of these options, names separated by bars.</summary>
    public EffectSpec From(string options) => this with { OptionValues = Notation.Names(options) };

    /// <summary>It is done when one of these options is there, names separated by bars.</summary>
    public EffectSpec With(string options) => this with { If = Notation.Names(options) };

    /// <summary>It is done when one of these options is there too, names separated by bars.</summary>
    public EffectSpec And(string options) => this with { AlsoIf = Notation.Names(options) };

    /// <summary>It is done unless one of these options is there, names separated by bars.</summary>
    public EffectSpec Without(string options) => this with { Unless = Notation.Names(options) };

    /// <summary>It is done when there are operands.</summary>
    public EffectSpec WithOperands() => this with { When = OperandCondition.Some };

    /// <summary>It is done when there are no operands.</summary>
    public EffectSpec WithoutOperands() => this with { When = OperandCondition.None };

    /// <summary>It is done when an operand is a path, as packages are named so.</summary>
    public EffectSpec WithPaths(PackageSyntax syntax) => this with { When = OperandCondition.Paths, Syntax = syntax };

    /// <summary>It is done when one of these operands is there, separated by bars.</summary>
    public EffectSpec WithOperand(string operands) => this with { IfOperand = Notation.Names(operands) };

    /// <summary>The files that name what is installed, separated by bars.</summary>
    public EffectSpec ByManifest(string files, string? lockFile = null, bool isLocked = false) =>
        this with { Manifests = Notation.Names(files), LockFile = lockFile, IsLocked = isLocked };

    /// <summary>It fails without its lock file, which may have one of these names too.</summary>
    public EffectSpec NeedingLockFile(params ImmutableArray<string> others) => this with { NeedsLockFile = true, OtherLockFiles = others };

    /// <summary>It leaves out what is for development only by this.</summary>
    public EffectSpec ForProductionBy(DevelopmentSpec how) => this with { Development = how };

    /// <summary>It is held to the lock file by this.</summary>
    public EffectSpec LockedBy(LockSpec how) => this with { Lock = how };

    /// <summary>It concerns these files, folders or addresses, separated by bars.</summary>
    public EffectSpec At(string paths) => this with { Paths = Notation.Names(paths) };

    /// <summary>Whether it happens depends on what the command finds.</summary>
    public EffectSpec Maybe() => this with { IsConditional = true };
}
