using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>
/// Makes the fix that copies manifests first: in the place of the broad copy stands one of the manifests, and the broad copy goes
/// behind the installation. Where the RUN does more than install, a RUN of its own goes before it.
/// </summary>
internal static class ManifestsFirst
{
    /// <summary>The fix, or none where something between the two steps might need the files, or the text is not known exactly.</summary>
    internal static IReadOnlyList<Fix> Create(InstallStep step, ContextCopy copy, LintContext? context)
    {
        var (instruction, run) = (copy.Instruction, step.Run);
        if (step.Installs.Any(install => install.NeedsSources || install.Manifests.Count == 0 || !step.ReadsFrom(copy, install))
            || instruction.Json is not null || run.Heredocs.Count > 0 || instruction.Heredocs.Count > 0
            || !ScriptEdits.EndsItsLine(instruction) || !ScriptEdits.EndsItsLine(run) || !CanMove(step, copy)
                || IsInTheWay(step, copy, context) || ManifestCopies(step, copy) is not { } copies)
        {
            return [];
        }

        var broad = instruction.Source.ToString(instruction.Span);
        var atCopy = copies.Count > 0
            ? new TextEdit(instruction.Span, string.Join('\n', copies))
            : new TextEdit(
                TextSpan.FromBounds(instruction.Span.Start,
                instruction.Source.Lines.GetLineSpan(instruction.Source.Lines.GetLine(instruction.Span.End)).End), "");
        if (IsPure(step))
        {
            return Fix.Revealing(
                "copy the manifests and install first", Applicability.Unsafe, atCopy, ScriptEdits.InsertBehind(run, broad));
        }

        return EarlyRun(step) is { } early
            ? Fix.Revealing("copy the manifests and install first", Applicability.Unsafe, atCopy,
                new TextEdit(new TextSpan(run.Span.Start, 0), $"{early}\n{broad}\n"))
            : [];
    }

    private static bool IsPure(InstallStep step) => step.Commands.All(use =>
        step.Installs.FirstOrDefault(install => install.Use == use) is { } install ? install.EarlyCommand is null : NeutralCommand.Is(use)
            || IsCatOfManifest(step, use));

    private static bool IsCatOfManifest(InstallStep step, InvocationUse use) =>
        use.Invocation is { Redirects.IsEmpty: true } call && call.Tool == TextTools.Cat
        && call.Operands.All(file => file.Value is { } name && step.Installs.Any(install => install.Manifests.Contains(name)));

    // What the context is known to hold: settings that the installation reads too, and its own output, which the copy would put over it.
    private static bool IsInTheWay(InstallStep step, ContextCopy copy, LintContext? context) =>
        context is not null && step.Installs.Any(install =>
        BuildPath.Below(copy.Target!, step.FolderOf(install)) is not { } folder
            || EcosystemFiles.IsMixed(install, folder, path => context.Sent.Find(path) is not null));

    private static bool CanMove(InstallStep step, ContextCopy copy)
    {
        var usesVariables = copy.Instruction.LogicalText.Contains('$', StringComparison.Ordinal);
        var isRelative = !copy.Instruction.Destination.StartsWith('/');
        for (var i = copy.Index + 1; i < step.Index; i++)
        {
            var between = step.Stage.Steps[i];
            var isHarmless = between.Instruction switch
            {
                WorkdirInstruction => !isRelative,
                EnvInstruction or ArgInstruction => !usesVariables,
                LabelInstruction or ExposeInstruction or UserInstruction or ShellInstruction or StopsignalInstruction => true,
                RunInstruction run => (run.Command is JsonArraySyntax
                    || RunScript.Create(run, between.Before.Shell is [var shell, ..] ? shell : null)
                        .All(script => script.Script is not null))
                    && step.Model.InvocationsOf(run).All(NeutralCommand.Is),
                _ => false,
            };
            if (!isHarmless)
            {
                return false;
            }
        }

        return true;
    }

    private static string? EarlyRun(InstallStep step)
    {
        var commands = new List<string>();
        var before = step.Commands.TakeWhile(use => use != step.Installs[^1].Use).Where(use => use.Invocation.Tool == ShellTools.Cd)
            .ToList();
        if (before.Count > 1 || (before is [var cd] && cd.Invocation.NameSpan.Start > step.Installs[0].Use.Invocation.NameSpan.Start))
        {
            return null;
        }

        // Inside a loop or a branch the command may depend on what is around it.
        if (step.Script is not { } whole || whole.Nodes.Any(node => node is CompoundCommand or FunctionDefinition))
        {
            return null;
        }

        commands.AddRange(before.Select(use => InstallReader.Text(use) ?? ""));
        commands.AddRange(step.Installs.Select(install => install.EarlyCommand ?? InstallReader.Text(install.Use) ?? ""));
        var keyword = step.Run.Keyword.LogicalText;
        var script = string.Join(" && ", commands.Distinct(StringComparer.Ordinal));
        return commands.Contains("") ? null
            : string.Join(
                ' ', step.Run.Flags.Select(flag => flag.LogicalText).Prepend(keyword).Append(before.Count > 0 ? $"({script})" : script));
    }

    // One COPY a folder of manifests; none when they are all there already; null when a name cannot be written plainly.
    private static List<string>? ManifestCopies(InstallStep step, ContextCopy copy)
    {
        var destination = copy.Instruction.Destination;
        var sources = new List<string>();
        var folders = new List<string>();
        foreach (var install in step.Installs)
        {
            var folder = step.FolderOf(install)!;
            sources.AddRange(install.Manifests.Select(file => BuildPath.Below(copy.Target!, BuildPath.Combine(folder, file))!));
            folders.AddRange(install.ManifestFolders.Select(name => BuildPath.Below(copy.Target!, BuildPath.Combine(folder, name))!));
        }

        if (!IsPlain(destination) || sources.Concat(folders).Any(path => path.Length == 0 || !IsPlain(path)))
        {
            return null;
        }

        if (folders.Count == 0 && !sources.All(source => source.EndsWith('*')) && sources.All(source => IsThere(step, copy, source)))
        {
            return [];
        }

        var copies = sources.Distinct(StringComparer.Ordinal).GroupBy(FolderOf, StringComparer.Ordinal).Select(group =>
            Line(copy, [.. group], Target(destination, group.Key, group.Count() == 1 && !group.First().Contains('*')))).ToList();
        copies.AddRange(
            folders.Distinct(StringComparer.Ordinal).Select(folder => Line(copy, [folder], Target(destination, folder, isSingle: false))));
        return copies;
    }

    private static string Line(ContextCopy copy, IReadOnlyList<string> sources, string target)
    {
        var keyword = copy.Instruction.Keyword.LogicalText == copy.Instruction.Keyword.LogicalText.ToLowerInvariant() ? "copy" : "COPY";
        var flags = copy.Instruction.Flags.Where(flag => flag.Name is "chown" or "chmod" or "link").Select(flag => flag.LogicalText);
        return string.Join(' ', [keyword, .. flags, .. sources, target]);
    }

    // More than one file, or a pattern, needs a destination that ends in a slash; a single one may keep the dot.
    private static string Target(string destination, string folder, bool isSingle)
    {
        var isHere = destination is "." or "./";
        return folder.Length > 0 ? (isHere ? "" : destination.TrimEnd('/') + "/") + folder + "/"
            : isHere ? (isSingle ? destination : "./")
            : destination.TrimEnd('/') + "/";
    }

    private static bool IsThere(InstallStep step, ContextCopy copy, string source)
    {
        // What may be missing is not waited for.
        if (source.EndsWith('*'))
        {
            return true;
        }

        var wanted = new[] { source, source.Replace("*", "", StringComparison.Ordinal) }.Select(name =>
            BuildPath.Combine(copy.Target, name)).ToList();
        return ContextCopy.OfStage(step.Stage).Where(other => other.Index < copy.Index && !other.IsBroad)
            .SelectMany(other => other.Sources.OfType<string>().SelectMany(other.PlacesOf)).Any(wanted.Contains);
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is var slash && slash < 0 ? "" : path[..slash];

    private static bool IsPlain(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '*' or '/' or '+' or '@' or '$' or '{' or '}');
}
