using System.IO.Enumeration;
using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class LockFileNotCopied : Rule
{
    public override RuleInfo Info { get; } = new("DK6038", "lock-file-not-copied", Category.Correctness, Severity.Error)
    {
        Since = "0.2",
        Confidence = Confidence.Likely,
        Doc = new(
            "An installation that needs a lock file runs where only the manifest was copied.",
            """
            `npm ci` and its like refuse to work without their lock file. The manifest is copied by its name, and nothing before the
            command brings the lock file.
            """,
            [
                new(
                    Bad: """
                    FROM node:22
                    WORKDIR /app
                    COPY package.json ./
                    RUN npm ci
                    """,
                    Good: """
                    FROM node:22
                    WORKDIR /app
                    COPY package*.json ./
                    RUN npm ci
                    """),
                new(
                    Bad: """
                    FROM node:22
                    WORKDIR /app
                    COPY package.json yarn.lock ./
                    RUN npm clean-install --omit=dev
                    """,
                    Good: """
                    FROM node:22
                    WORKDIR /app
                    COPY package.json npm-shrinkwrap.json ./
                    RUN npm clean-install --omit=dev
                    """),
            ])
        {
            Remedy = """
                Copy both, as in `COPY package.json package-lock.json ./`; a pattern such as `package*.json` brings the lock file of npm
                too.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(EffectKind.Installs, static (use, context) =>
    {
        var command = use.Invocation;
        if (command.Find(EffectKind.Installs)?.Spec is { NeedsLockFile: true, LockFile: { } lockFile, Manifests: var manifests } spec
            && !command.IsOpen && !command.Has(OptionRole.Folder) && !command.Has(OptionRole.Project) && !use.IsTrigger
            && use.Stage.Root.Base.Kind == BaseKind.Image && !use.Stage.Chain.Any(stage => stage.IsIncomplete)
            && IsMissing(use, [lockFile, .. spec.OtherLockFiles], manifests[0], context))
        {
            context.Report(command.Span, $"{command.Tool} {command.VerbName} fails here: {lockFile} is not copied before it");
        }
    });

    private static bool IsMissing(InvocationUse use, IReadOnlyList<string> lockFiles, string manifest, RuleContext context)
    {
        var start = use.Instruction.Span.Start;
        var hasManifest = false;
        foreach (var transfer in context.Get<Transfers>().OfChain(use.Stage)
            .Where(transfer => transfer.Step.Instruction.Span.Start < start))
        {
            if (transfer.IsFromElsewhere || transfer.Instruction is AddInstruction || transfer.Instruction.Heredocs.Count > 0)
            {
                return false;
            }

            foreach (var source in transfer.Sources)
            {
                // A folder may hold it; names without a dot are taken for one.
                if (source.FileName is not { Length: > 1 } name || !name.Contains('.', StringComparison.Ordinal) || name is ".." or "*.*"
                    || lockFiles.Any(file => FileSystemName.MatchesSimpleExpression(name, file, ignoreCase: false)))
                {
                    return false;
                }

                hasManifest |= FileSystemName.MatchesSimpleExpression(manifest, name, ignoreCase: false);
            }
        }

        // A mount may bring it, and so may whatever ran before but installed packages of the system.
        return hasManifest && !use.Instruction.Flags.Any(flag => flag.Name == "mount" && flag.Value?.Contains("type=cache",
            StringComparison.Ordinal) != true)
            && use.Stage.Chain.SelectMany(context.Model.InvocationsOf)
                .Where(other => other.Invocation.Span.Start < use.Invocation.Span.Start && !IsAround(other.Invocation, use.Invocation))
            .All(IsHarmless);
    }

    // The shell that the command is given to.
    private static bool IsAround(Invocation other, Invocation command)
    {
        for (var parent = command.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent == other)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHarmless(InvocationUse use)
    {
        var command = use.Invocation;
        return command.OnlyTells || command.Tool == FileTools.Mkdir || command.Tool == ShellTools.Set || command.Tool == ShellTools.Cd
            || command.Does(EffectKind.ChangesOwner) || command.Does(EffectKind.ChangesMode) || command.Does(EffectKind.Deletes)
            || command.Does(EffectKind.CleansCache) || command.Does(EffectKind.RefreshesIndex) || command.Does(EffectKind.CreatesUser)
            || command.Does(EffectKind.CreatesGroup) || command.Does(EffectKind.SetsConfig) || command.InstallsSystemPackages();
    }
}
