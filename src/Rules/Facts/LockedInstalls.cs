using System.Collections;
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
        ScriptFolders? folders = null;
        ScriptUse? script = null;
        foreach (var line in file.Get<CommandLines>())
        {
            if (Judge(line) is { } found)
            {
                if (line.Script != script)
                {
                    script = line.Script;
                    folders = new ScriptFolders(script, script.Before.Workdir ?? (script.Before.HasWorkdir ? null : BuildPath.Base));
                }

                installs._installs.Add(new LockedInstall(
                    line, found.LockFile, IsThere(places, line, found.LockFile), IsCertain(places, folders!, line, found.LockFile), found.Advice, found.Edit));
            }
        }

        return installs;
    }

    /// <inheritdoc/>
    public IEnumerator<LockedInstall> GetEnumerator() => _installs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static (string LockFile, string Advice, TextEdit? Edit)? Judge(CommandLine line)
    {
        var variables = line.Script.Before.Variables;
        switch (line.Name)
        {
            case "npm" when line.FirstOperand is var at && Word(line, at) is "install" or "i" && HasNoOperand(line, at + 1) && !line.Has("-g", "--global"):
                return ("package-lock.json", "npm ci", line.Has("--no-package-lock") ? null : Replace(line, at, "ci"));
            case "bun" when line.FirstOperand is var at && Word(line, at) is "install" or "i" && HasNoOperand(line, at + 1) && !line.Has("--frozen-lockfile", "-g", "--global", "--production"):
                return ("bun.lock", "bun install --frozen-lockfile", Append(line, at, " --frozen-lockfile"));
            case "yarn" when (line.Arguments.Count == 0 || Word(line, line.FirstOperand) is "install" || (line.FirstOperand >= line.Arguments.Count && !line.Has("-v", "--version", "--help")))
                && HasNoOperand(line, line.FirstOperand + 1)
                && !line.Has("--frozen-lockfile", "--immutable", "--pure-lockfile", "--immutable-cache", "--mode") && variables.Find("YARN_ENABLE_IMMUTABLE_INSTALLS") is null:
                return ("yarn.lock", "yarn install --frozen-lockfile (from version 2: --immutable)", null);
            case "pnpm" when line.FirstOperand is var at && Word(line, at) is "install" or "i" && HasNoOperand(line, at + 1)
                && !line.Has("--frozen-lockfile", "--prefer-frozen-lockfile", "-g", "--global") && variables.Find("CI") is null:
                return ("pnpm-lock.yaml", "pnpm install --frozen-lockfile", line.Has("--no-lockfile", "--no-frozen-lockfile") ? null : Append(line, at, " --frozen-lockfile"));
            case "bundle" or "bundler" when (line.Arguments.Count == 0 || Word(line, line.FirstOperand) is "install") && !line.Has("--deployment", "--frozen")
                && variables.Find("BUNDLE_DEPLOYMENT") is null && variables.Find("BUNDLE_FROZEN") is null && !SetsBundle(line.Script):
                return ("Gemfile.lock", "BUNDLE_FROZEN=1 or bundle config set frozen true", null);
            case "uv" when Word(line, line.FirstOperand) is "sync" && !line.Has("--frozen", "--locked", "-U", "--upgrade") && variables.Find("UV_FROZEN") is null && variables.Find("UV_LOCKED") is null:
                return ("uv.lock", "uv sync --locked", Append(line, line.FirstOperand, " --locked"));
            case "cargo" when Word(line, line.FirstOperand) is "build" && !line.Has("--locked", "--frozen"):
                return ("Cargo.lock", "cargo build --locked", Append(line, line.FirstOperand, " --locked"));
            case "dotnet" when Word(line, line.FirstOperand) is "restore" && !line.Has("--locked-mode") && line.Arguments.All(word => word?.Contains("RestoreLockedMode", StringComparison.OrdinalIgnoreCase) != true):
                return ("packages.lock.json", "dotnet restore --locked-mode", Append(line, line.FirstOperand, " --locked-mode"));
            case "pipenv" when Word(line, line.FirstOperand) is "install" && HasNoOperand(line, line.FirstOperand + 1) && !line.Has("--deploy", "--ignore-pipfile"):
                return ("Pipfile.lock", "pipenv install --deploy", Append(line, line.FirstOperand, " --deploy"));
            default:
                return null;
        }
    }

    private static string? Word(CommandLine line, int index) => index < line.Arguments.Count ? line.Arguments[index] : null;

    // A word that is no option, or that only the shell knows, may be a package.
    private static bool HasNoOperand(CommandLine line, int from) => line.Arguments.Skip(from).All(word => word is ['-', ..]);

    private static bool SetsBundle(ScriptUse script) => script.Text.Text.Contains("deployment", StringComparison.Ordinal) || script.Text.Text.Contains("frozen", StringComparison.Ordinal)
        || script.Stage.Chain.SelectMany(stage => stage.Steps).Any(step => step.Action.LogicalLine.Text is var text && text.Contains("bundle", StringComparison.Ordinal)
            && (text.Contains("deployment", StringComparison.Ordinal) || text.Contains("frozen", StringComparison.Ordinal)));

    private static TextEdit? Replace(CommandLine line, int argument, string text) =>
        line.Use.Text.IsExact(line.Word(argument).Span) ? new TextEdit(line.SpanOf(argument), text) : null;

    private static TextEdit? Append(CommandLine line, int argument, string text) =>
        line.Use.Text.IsExact(line.Word(argument).Span) ? new TextEdit(new TextSpan(line.SpanOf(argument).End, 0), text) : null;

    // Only a COPY or mount that names it, or a pattern that fits it, says that the lock file is there; COPY . . does not.
    private static bool IsThere(LockFilePlaces places, CommandLine line, string lockFile) =>
        places.IsThere(line.Script.Stage, lockFile, line.Script.Instruction.Span.Start)
        || line.Use.Instruction.Flags.Any(flag => flag.Name == "mount" && flag.Value?.Contains(lockFile, StringComparison.Ordinal) == true);

    // A pattern is no error where nothing fits it, and in another folder the file is that of another project.
    private static bool IsCertain(LockFilePlaces places, ScriptFolders folders, CommandLine line, string lockFile) =>
        folders.At(line.Use) is { } folder && places.IsIn(line.Script.Stage, lockFile, folder, line.Script.Instruction.Span.Start)
            && !line.Use.Arguments.Any(word => word is "--prefix" or "-C" or "--cwd" or "--dir" or "--project" or "--manifest-path" or "--directory");
}
