using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class ChangedAfterCopy : Rule
{
    public override RuleInfo Info { get; } = new("DK4004", "changed-after-copy", Category.Size, Severity.Warning)
    {
        Since = "0.1",
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "Owner or mode of copied files are changed in another layer.",
            """
            The layer of the chown or chmod holds every file again, so they are in the image twice. COPY --chown and --chmod set both at
            once. A single file is reported as information. Stages that are not shipped, modes that let everybody write, which another
            rule tells, and files beside which something is installed in between are left alone. The fix is unsafe, since --chmod also
            applies to what the mode was kept of.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    COPY app /srv/app
                    RUN chown -R 1000:1000 /srv/app
                    """,
                    Good: """
                    FROM alpine:3.22
                    COPY --chown=1000:1000 app /srv/app
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    COPY --chown=1000:1000 app /srv/app
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    COPY entrypoint.sh /
                    RUN chmod +x /entrypoint.sh
                    """,
                    Good: """
                    FROM alpine:3.22
                    COPY --chmod=755 entrypoint.sh /
                    """,
                    Fixed: """
                    FROM alpine:3.22
                    COPY --chmod=755 entrypoint.sh /
                    """),
            ])
        {
            Remedy = """
                Write `COPY --chown=1000:1000` or `COPY --chmod=755` and drop the `RUN`. For a script, `git update-index --chmod=+x` in
                the repository is enough, as `COPY` keeps the mode.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        if (!context.Model.IsShipped(stage))
        {
            return;
        }

        // By the places where a copy may have put the whole of what it brought.
        var copies = ContextCopy.OfStage(stage).Where(copy => copy.Sources is [not null])
            .SelectMany(copy =>
                copy.PlacesOf(copy.Sources[0]!).Append(copy.Target).OfType<string>().Distinct().Select(place => (Place: place, Copy: copy)))
            .ToLookup(pair => pair.Place, pair => pair.Copy, StringComparer.Ordinal);
        for (var i = 0; i < stage.Steps.Count; i++)
        {
            foreach (var use in stage.Steps[i].Instruction is RunInstruction run ? context.Model.InvocationsOf(run) : [])
            {
                if (use.Invocation.Tool != FileTools.Chgrp && ModeChange.Read(use) is { } change)
                {
                    var folder = use.Invocation.Folder is { } inner ? BuildPath.Combine(ContextCopy.FolderAt(stage, i), inner) : null;
                    Check(stage, i, change, folder, copies, context);
                }
            }
        }
    });

    private static void Check(
        Stage stage, int index, ModeChange change, string? folder, ILookup<string, ContextCopy> copies, RuleContext context)
    {
        var flag = change.IsOwner ? "chown" : "chmod";
        foreach (var word in change.Paths)
        {
            var path = word.Value;
            var place = path is null ? null : BuildPath.Combine(folder, path);
            var copy = place is null ? null : copies[place]
                .LastOrDefault(copy => copy.Index < index && IsWhole(copy, place, change) && copy.Instruction.Flag(flag) is null);
            if (copy is null || (flag == "chmod" && (Mode(change) is not { } mode || FileMode.IsWorldWritable(mode)))
                || (change.IsRecursive && IsFilledBetween(stage, copy.Index, index, change, place!, context)))
            {
                continue;
            }

            var value = flag == "chown" ? CopyOwner.Of(change.Value) : Mode(change);
            var message = $"{flag} of {path} stores the copied files a second time: use {copy.Instruction.Name} "
                + $"--{flag}{(value is null ? "" : "=" + value)}";
            var fixes = value is null || IsMixed(stage, index, copy, place!, change.IsOwner, context) ? []
                : Fixes(stage, index, change, copy, flag, value, context);
            if (change.IsRecursive)
            {
                context.Report(
                    change.Use.Invocation.NameSpan, message, [new RelatedSpan(copy.Instruction.Span, "the files are copied here")], fixes);
            }
            else
            {
                context.ReportInfo(change.Use.Invocation.NameSpan, message, fixes);
            }

            return;
        }
    }

    // What is installed or built beside the files after the copy gets the owner and mode as well, which a flag of the copy would not do.
    private static bool IsFilledBetween(Stage stage, int first, int last, ModeChange change, string place, RuleContext context)
    {
        for (var i = first + 1; i <= last; i++)
        {
            foreach (var use in stage.Steps[i].Instruction is RunInstruction run ? context.Model.InvocationsOf(run) : [])
            {
                if (ReferenceEquals(use, change.Use))
                {
                    return false;
                }

                if (Fills(use.Invocation) && (use.Invocation.Folder is not { } inner
                    || BuildPath.Combine(ContextCopy.FolderAt(stage, i), inner) is not { } folder || MayBeBelow(place, folder)
                    || use.Instruction.Source.Slice(use.Invocation.Span).Contains(place, StringComparison.Ordinal)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Fills(Invocation command) => command.Cost is CostClass.Dependencies or CostClass.Compile
        || command.Does(EffectKind.Unpacks) || command.Find(EffectKind.Installs) is { Spec.Packages: not PackageKind.System };

    // The whole of what one COPY brought: a folder that it made, or its only file.
    private static bool IsWhole(ContextCopy copy, string place, ModeChange change) =>
        copy.Sources.Count == 1 && copy.Sources[0] is { } source
        && source.AsSpan().IndexOfAny("*?[:") < 0
        && (source.StartsWith("<<", StringComparison.Ordinal) ? copy.PlacesOf(source).Contains(place)
            : copy.PlacesOf(source).Contains(place) && !copy.IsBroad ? change.IsRecursive || IsFile(source)
            : copy.IsBroad && change.IsRecursive && copy.Target == place && place != "/");

    private static bool IsFile(string source) => source[(source.LastIndexOf('/') + 1)..].Contains('.', StringComparison.Ordinal)
        && !source.EndsWith('/') && source is not ("." or "..");

    // COPY takes octal modes only in the older syntax; what symbols come to for a file is plain.
    private static string? Mode(ModeChange change) =>
        change.Value.All(char.IsAsciiDigit) ? change.Value : change.IsRecursive ? null : SymbolicMode.OfPlainFile(change.Value);

    // Other steps put files below the same place, or may, and the change is of those too; or they change who the owner is.
    private static bool IsMixed(Stage stage, int index, ContextCopy copy, string place, bool isOwner, RuleContext context)
    {
        for (var i = 0; i < index; i++)
        {
            var isOther = i != copy.Index && stage.Steps[i] switch
            {
                { Instruction: FileTransferInstruction transfer } step =>
                    TransferPaths.Destination(transfer, step.Before.Variables) is not { } path
                    || BuildPath.Combine(ContextCopy.FolderAt(stage, i), path) is not { } target || MayBeBelow(place, target)
                    || (isOwner && i > copy.Index && (target == "/" || target.StartsWith("/etc", StringComparison.Ordinal))),
                { Instruction: RunInstruction run } => run.LogicalText.Contains(place, StringComparison.Ordinal)
                    || (ContextCopy.FolderAt(stage, i) is { } folder && MayBeBelow(place, folder) && context.Get<FolderDependence>()
                        .IsNeededBy(run)),
                _ => false,
            };
            if (isOther)
            {
                return true;
            }
        }

        return false;
    }

    // Where the folder of the base image lies nobody knows.
    private static bool MayBeBelow(string place, string path) => BuildPath.Below(place, path) is not null
        || (place.StartsWith(BuildPath.Base, StringComparison.Ordinal) != path.StartsWith(BuildPath.Base, StringComparison.Ordinal)
            && !path.StartsWith("/etc", StringComparison.Ordinal) && !path.StartsWith("/usr", StringComparison.Ordinal));

    private static IReadOnlyList<Fix> Fixes(
        Stage stage, int index, ModeChange change, ContextCopy copy, string flag, string value, RuleContext context)
    {
        var (run, instruction) = ((RunInstruction)change.Use.Instruction, copy.Instruction);
        var hasRunBetween = stage.Steps.Take(index).Skip(copy.Index + 1).Any(step =>
            step.Instruction is not (EnvInstruction or LabelInstruction or ExposeInstruction or WorkdirInstruction or CopyInstruction));
        var isAlone = context.Model.InvocationsOf(run).Count() == 1 && change.Paths.Length == 1 && run.Flags.Count == 0
            && run.Heredocs.Count == 0
            && change.Use.Invocation.Redirects.IsEmpty;
        if (hasRunBetween || !isAlone || value.AsSpan().IndexOfAny("$ \"'\\") >= 0)
        {
            return [];
        }

        // The rest of the line must be blank, else a continuation would be left over.
        var lines = run.Source.Lines;
        var lineEnd = lines.GetLineSpan(lines.GetLine(run.Span.End)).End;
        return run.Source.Slice(TextSpan.FromBounds(run.Span.End, lineEnd)).IsWhiteSpace()
            ? Fix.Of($"use --{flag} and drop the RUN", Applicability.Unsafe,
                new TextEdit(new TextSpan(instruction.Keyword.Span.End, 0), $" --{flag}={value}"),
                    new TextEdit(TextSpan.FromBounds(run.Span.Start, lineEnd), ""))
            : [];
    }
}
