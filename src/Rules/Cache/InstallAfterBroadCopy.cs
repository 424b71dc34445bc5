using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class InstallAfterBroadCopy : Rule
{
    private const int LongestTitle = 60;

    public override RuleInfo Info { get; } = new("DK1001", "install-after-broad-copy", Category.Cache, Severity.Warning)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "Dependencies are installed after the whole build context was copied.",
            """
            A copy of everything changes with every file, and each step behind it then runs again: all dependencies are installed anew
            although their list is the same. Copied first, the manifests alone decide. A compiler that fetches dependencies on its way
            is reported as information. The fix is unsafe because a manifest may refer to other files of the project.
            """,
            [
                new(
                    Bad: """
                    FROM python:3.11
                    COPY . .
                    RUN pip install -r requirements.txt
                    """,
                    Good: """
                    FROM python:3.11
                    COPY requirements.txt .
                    RUN pip install -r requirements.txt
                    COPY . .
                    """,
                    Fixed: """
                    FROM python:3.11
                    COPY requirements.txt .
                    RUN pip install -r requirements.txt
                    COPY . .
                    """),
                new(
                    Bad: """
                    FROM golang:1.25 AS build
                    WORKDIR /src
                    COPY . .
                    RUN go build -o /app .
                    """,
                    Good: """
                    FROM golang:1.25 AS build
                    WORKDIR /src
                    COPY . .
                    RUN --mount=type=cache,target=/go/pkg/mod go build -o /app .
                    """,
                    Fixed: """
                    FROM golang:1.25 AS build
                    WORKDIR /src
                    COPY go.mod go.sum* ./
                    RUN go mod download
                    COPY . .
                    RUN go build -o /app .
                    """),
            ])
        {
            Remedy = """
                Copy only the manifest and lock file, install, and put `COPY . .` below that. Where a manifest needs more files of the
                project, give them to the install step with `RUN --mount=type=bind`. For a compiler, a cache mount on its download
                folder will do.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        var installed = new Dictionary<Stage, HashSet<string>>();
        foreach (var stage in context.Model.Stages)
        {
            var seen = stage.Base.Stage is { } below && installed.TryGetValue(below, out var known)
                ? known.ToHashSet(StringComparer.Ordinal) : [];
            installed[stage] = seen;
            var copies = ContextCopy.OfStage(stage).ToList();
            for (var i = 0; i < stage.Steps.Count; i++)
            {
                if (InstallStep.At(context.Model, stage, i) is { } step)
                {
                    Check(step, copies, seen, context);
                }
            }
        }
    });

    private static void Check(InstallStep step, List<ContextCopy> copies, HashSet<string> seen, RuleContext context)
    {
        // The same dependencies were installed before: what is left to do here is little.
        var fresh = step.Installs.Where(install => !seen.Contains(install.Ecosystem) && !IsMounted(step.Run, install)).ToList();
        seen.UnionWith(step.Installs.Select(install => install.Ecosystem));
        var found = fresh.Select(install =>
            (Install: install,
            Copy: copies.LastOrDefault(copy => copy.Index < step.Index && copy.IsBroad && step.ReadsFrom(copy, install))))
            .FirstOrDefault(pair => pair.Copy is not null);
        if (found.Copy is not { } copy)
        {
            return;
        }

        var install = found.Install;
        var files = install.Manifests.Count == 0 ? "the project files"
            : string.Join(" and ", install.Manifests.Select(file => file.TrimEnd('*')));
        var instruction = $"{copy.Instruction.Name} {string.Join(' ', copy.Instruction.Arguments)}";
        var message = install.IsImplied
            ? $"{Title(install)} fetches all dependencies again when any file changes: copy {files} and fetch them before {instruction}"
            : $"{Title(install)} runs again when any file changes: copy {files} and install before {instruction}";
        IReadOnlyList<RelatedSpan> related = [new(copy.Instruction.Span, "everything is copied here")];
        var fixes = ManifestsFirst.Create(step, copy, context.BuildContext);
        if (install.IsImplied)
        {
            context.ReportInfo(install.Use.Invocation.NameSpan, message, fixes);
        }
        else
        {
            context.Report(install.Use.Invocation.NameSpan, message, related, fixes);
        }
    }

    // A bind mount brings the manifests without a copy; a cache mount keeps what a compiler fetches.
    private static bool IsMounted(RunInstruction run, DependencyInstall install) =>
        run.Flags.Any(flag => flag is { Name: "mount", Value: { } mount }
        && (mount.Contains("type=cache", StringComparison.Ordinal) ? install.IsImplied
            : mount.Contains("type=bind", StringComparison.Ordinal) || !mount.Contains("type=", StringComparison.Ordinal)));

    // go mod download, mvn clean package, yarn, ./gradlew -x test installDist: as it is written, up to the last word that says what to do.
    private static string Title(DependencyInstall install)
    {
        var call = install.Use.Invocation;
        var verbs = call.Tool is { HasManyVerbs: true } ? [.. call.Operands.Take(3)]
            : call.VerbWord is { } verb ? new[] { verb } : [];
        var last = verbs.Select(word => word.Span.End).DefaultIfEmpty(call.NameWord.Span.End).Max();
        var words = call.Arguments.ToArray().TakeWhile(word => word.Span.End <= last).Select(word => word.Text).ToList();
        var isShort = words.Sum(word => word.Length + 1) <= LongestTitle;
        return string.Join(' ', (isShort ? words : verbs.Select(word => word.Text)).Prepend(call.NameWord.Text));
    }
}
