using System.Collections;
using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>Installs that have a lock file to go by and do not hold themselves to it.</summary>
internal sealed class LockedInstalls : IFact<LockedInstalls>, IEnumerable<LockedInstall>
{
    private readonly List<LockedInstall> _installs = [];

    private LockedInstalls()
    {
    }

    /// <inheritdoc/>
    public static LockedInstalls Compute(FileFacts file)
    {
        var installs = new LockedInstalls();
        var places = new LockFilePlaces(file.Get<Transfers>());
        foreach (var use in file.Model.Invocations)
        {
            if (Find(use.Invocation) is { Lock: { } how, LockFile: { } lockFile } && !IsHeld(use, how, file.Model))
            {
                installs._installs.Add(new LockedInstall(
                    use, lockFile, IsThere(places, use, lockFile), IsCertain(places, use, lockFile), how, EditOf(use, how)));
            }
        }

        return installs;
    }

    /// <inheritdoc/>
    public IEnumerator<LockedInstall> GetEnumerator() => _installs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether options, variables or settings hold a command to its lock file, or may.</summary>
    internal static bool IsHeld(InvocationUse use, LockSpec how, BuildModel model)
    {
        var command = use.Invocation;
        // A word that only the shell knows may be a package or an option.
        return command.IsOpen || command.Has(OptionRole.Locked) || command.Has(how.Unless.AsSpan())
            || how.Variables.Any(name =>
                use.Before.Variables.Find(name) is not null || command.Environment.Any(setting => setting.Name == name))
            || how.Settings.Any(setting => IsSet(use, setting, model));
    }

    /// <summary>The edit that holds a command to its lock file; null when it is not known.</summary>
    internal static TextEdit? EditOf(InvocationUse use, LockSpec how)
    {
        var verb = use.Invocation.VerbWord;
        return use.Invocation.Has(OptionRole.Unlocked) ? null
            : how.Option is { } option ? use.Insertion(verb ?? use.Invocation.NameWord, option)
            : how.Verb is { } other && verb is { } word ? use.Replacement(word, other) : null;
    }

    private static EffectSpec? Find(Invocation command)
    {
        foreach (var effect in command.Effects)
        {
            if (effect is { Kind: EffectKind.Installs, Spec.Lock: not null, Certainty: not Certainty.Conditional })
            {
                return effect.Spec;
            }
        }

        return null;
    }

    // bundle config set frozen true, or a file of settings that the script writes
    private static bool IsSet(InvocationUse use, string setting, BuildModel model)
    {
        foreach (var other in use.Stage.Chain.SelectMany(model.InvocationsOf))
        {
            foreach (var word in other.Invocation.Arguments)
            {
                if (word.Text.Contains(setting, StringComparison.OrdinalIgnoreCase)
                    && (other.Invocation.Tool == use.Invocation.Tool
                        || word.Text.Contains(use.Invocation.Tool!.Name, StringComparison.OrdinalIgnoreCase)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Only a COPY or mount that names it, or a pattern that fits it, says that the lock file is there; COPY . . does not.
    private static bool IsThere(LockFilePlaces places, InvocationUse use, string lockFile) =>
        places.IsThere(use.Stage, lockFile, use.Instruction.Span.Start)
        || use.Instruction.Flags.Any(flag => flag.Name == "mount" && flag.Value?.Contains(lockFile, StringComparison.Ordinal) == true);

    // A pattern is no error where nothing fits it, and in another folder the file is that of another project.
    private static bool IsCertain(LockFilePlaces places, InvocationUse use, string lockFile)
    {
        var start = use.Before.Workdir ?? (use.Before.HasWorkdir ? null : BuildPath.Base);
        return use.Invocation.Folder is { } inner && BuildPath.Combine(start, inner) is { } folder
            && !use.Invocation.Has(OptionRole.Project)
            && places.IsIn(use.Stage, lockFile, folder, use.Instruction.Span.Start);
    }
}
